package dev.berth.plan.start;

import dev.berth.catalog.GpuSize;
import dev.berth.catalog.LlmModel;
import dev.berth.model.Gib;
import dev.berth.plan.decision.Decision;
import java.util.List;

/**
 * A group of replicas, as far as its start is concerned.
 *
 * @param replicasPerNode that one node can hold
 * @param together that start at the same time, at first or in windows; later ones come one after the other
 * @param oneByOne further replicas of windows that the autoscaler adds one after the other, as it does for any signal
 * @param maxReplicas of all
 * @param memoryRequest of a replica; its page cache counts
 * @param homes the models that each replica loads when it starts
 */
public record StartingGroup(
        String name,
        GpuSize size,
        int replicasPerNode,
        Decision<Integer> together,
        int oneByOne,
        Decision<Integer> maxReplicas,
        Decision<Gib> memoryRequest,
        List<LlmModel> models,
        List<List<LlmModel>> homes) {

    public StartingGroup {
        models = List.copyOf(models);
        homes = homes.stream().map(List::copyOf).toList();
    }
}
