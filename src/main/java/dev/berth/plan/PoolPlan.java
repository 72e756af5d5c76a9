package dev.berth.plan;

import dev.berth.catalog.GpuSize;
import dev.berth.model.Gib;
import dev.berth.model.GpuPool;
import dev.berth.model.Usd;
import dev.berth.plan.decision.Decision;
import java.util.List;

/**
 * How many nodes a pool has and what they cost.
 *
 * @param replicaMemory GPU memory that one replica can count on
 * @param minNodes lower bound of the cluster autoscaler
 * @param maxNodes upper bound of the cluster autoscaler
 * @param floorNodes nodes that run when every group is at its smallest
 * @param floorCost of the pool's nodes for a month at the floor, over all regions
 * @param ceilingCost the same at the upper bound
 */
public record PoolPlan(
        GpuPool pool,
        GpuSize size,
        Decision<Gib> replicaMemory,
        Decision<Integer> minNodes,
        Decision<Integer> maxNodes,
        Decision<Integer> floorNodes,
        Decision<Usd> floorCost,
        Decision<Usd> ceilingCost) {

    public String name() {
        return pool.name().value();
    }

    List<Decision<?>> decisions() {
        return List.of(replicaMemory, minNodes, maxNodes, floorNodes, floorCost, ceilingCost);
    }
}
