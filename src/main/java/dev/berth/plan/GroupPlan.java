package dev.berth.plan;

import dev.berth.catalog.PlatformFacts.ScalingRate;
import dev.berth.model.Gib;
import dev.berth.model.Group;
import dev.berth.model.Setting;
import dev.berth.model.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How one group of replicas runs.
 *
 * @param contextLength tokens of a model that was created without a context of its own
 * @param loadedModels models that a replica may hold at the same time
 * @param cpuRequest thousandths of a CPU that a replica requests
 * @param targets percent for each signal that the scaler reads, in the order of the value file
 */
public record GroupPlan(
        Group group,
        String pool,
        List<ModelPlan> models,
        Decision<Integer> slots,
        Decision<Integer> homeReplicas,
        Decision<Integer> minReplicas,
        Decision<Integer> maxReplicas,
        Decision<Integer> contextLength,
        Decision<Integer> loadedModels,
        Decision<Integer> cpuRequest,
        Decision<Gib> memoryRequest,
        Decision<Integer> idleGpuMemory,
        Map<Signal, Decision<Integer>> targets,
        Decision<ScalingRate> scaleUp,
        Decision<ScalingRate> scaleDown) {

    public String name() {
        return group.name();
    }

    /** The signals that the scaler reads, in the order of the value file. */
    public List<Signal> signals() {
        return group.signals().stream().map(Setting::value).toList();
    }

    List<Decision<?>> decisions() {
        List<Decision<?>> all = new ArrayList<>(List.of(
                slots,
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
