package dev.berth.plan;

import dev.berth.catalog.PlatformFacts.ScalingRate;
import dev.berth.model.Gib;
import dev.berth.model.Group;
import dev.berth.model.MilliCpu;
import dev.berth.model.Percent;
import dev.berth.model.Range;
import dev.berth.model.Signal;
import dev.berth.plan.decision.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How one group of replicas runs.
 *
 * @param contextLength tokens of a model that was created without a context of its own
 * @param loadedModels models that a replica may hold at the same time
 * @param idleGpuMemory of all, in use when nobody asks for anything
 * @param targets of the signals that the scaler reads, in the order of the value file
 */
public record GroupPlan(
        Group group,
        String pool,
        List<ModelPlan> models,
        Decision<Integer> slots,
        Decision<String> kvCacheType,
        Decision<Integer> homeReplicas,
        Decision<Integer> minReplicas,
        Decision<Integer> maxReplicas,
        Decision<Integer> contextLength,
        Decision<Integer> loadedModels,
        Decision<MilliCpu> cpuRequest,
        Decision<Gib> memoryRequest,
        Decision<Range<Percent>> idleGpuMemory,
        Map<Signal, Decision<Percent>> targets,
        Decision<ScalingRate> scaleUp,
        Decision<ScalingRate> scaleDown) {

    public String name() {
        return group.name();
    }

    List<Decision<?>> decisions() {
        List<Decision<?>> all = new ArrayList<>(List.of(
                slots,
                kvCacheType,
                homeReplicas,
                minReplicas,
                maxReplicas,
                contextLength,
                loadedModels,
                cpuRequest,
                memoryRequest,
                idleGpuMemory,
                scaleUp,
                scaleDown));
        all.addAll(targets.values());
        models.forEach(model -> all.addAll(model.decisions()));
        return all;
    }
}
