package dev.berth.plan.nodes;

import dev.berth.catalog.VmSize;
import dev.berth.plan.decision.Decision;
import java.util.List;

/**
 * How many nodes a pool without GPUs has.
 *
 * @param minNodes lower bound; the same decision as the upper one where the number is fixed
 */
public record CpuPoolPlan(String name, VmSize size, Decision<Integer> minNodes, Decision<Integer> maxNodes) {

    public List<Decision<?>> decisions() {
        return List.of(minNodes, maxNodes);
    }
}
