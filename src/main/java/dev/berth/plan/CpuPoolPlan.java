package dev.berth.plan;

import dev.berth.catalog.VmSize;
import dev.berth.model.Usd;
import dev.berth.plan.decision.Decision;
import java.util.List;

/**
 * How many nodes a pool without GPUs has and what they cost.
 *
 * @param minNodes lower bound; the same decision as the upper one where the number is fixed
 * @param floorCost of the pool's nodes for a month at the lower bound, over all regions
 * @param ceilingCost the same at the upper bound
 */
public record CpuPoolPlan(
        String name,
        VmSize size,
        Decision<Integer> minNodes,
        Decision<Integer> maxNodes,
        Decision<Usd> floorCost,
        Decision<Usd> ceilingCost) {

    List<Decision<?>> decisions() {
        return List.of(minNodes, maxNodes, floorCost, ceilingCost);
    }
}
