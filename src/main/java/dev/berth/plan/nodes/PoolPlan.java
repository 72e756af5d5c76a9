package dev.berth.plan.nodes;

import dev.berth.catalog.GpuSize;
import dev.berth.model.Gib;
import dev.berth.model.GpuPool;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.group.GroupPlan;
import java.util.List;

/**
 * How many nodes a pool has.
 *
 * @param replicaMemory GPU memory that one replica can count on
 * @param minNodes lower bound of the cluster autoscaler
 * @param maxNodes upper bound of the cluster autoscaler
 * @param floorNodes nodes that run when every group is at its smallest
 */
public record PoolPlan(
        GpuPool pool,
        GpuSize size,
        Decision<Gib> replicaMemory,
        Decision<Integer> minNodes,
        Decision<Integer> maxNodes,
        Decision<Integer> floorNodes) {

    public String name() {
        return pool.name().value();
    }

    /** Whether Azure may take its nodes back at any time. */
    public boolean isSpot() {
        return pool.spotHourly().isPresent();
    }

    public int replicasPerNode() {
        return size.gpus() * pool.sharing().value().replicasPerGpu();
    }

    public List<Decision<?>> decisions() {
        return List.of(replicaMemory, minNodes, maxNodes, floorNodes);
    }

    /** The one that a group runs on. */
    public static PoolPlan of(GroupPlan group, List<PoolPlan> pools) {
        return pools.stream()
                .filter(pool -> pool.name().equals(group.pool()))
                .findFirst()
                .orElseThrow();
    }
}
