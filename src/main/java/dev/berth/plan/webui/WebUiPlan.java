package dev.berth.plan.webui;

import dev.berth.catalog.OpenWebUiFacts;
import dev.berth.catalog.PlatformFacts.ScalingRate;
import dev.berth.model.Gib;
import dev.berth.model.MilliCpu;
import dev.berth.model.Percent;
import dev.berth.model.WebUi;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.demand.WebUiTasks;
import java.util.ArrayList;
import java.util.List;

/**
 * How the chat pages run.
 *
 * @param memoryRequest of a replica; its memory limit is the same
 * @param shareSize of the share that holds what people upload
 * @param tasks what Open WebUI asks of models by itself
 */
public record WebUiPlan(
        WebUi webUi,
        OpenWebUiFacts facts,
        Decision<Integer> minReplicas,
        Decision<Integer> maxReplicas,
        Decision<MilliCpu> cpuRequest,
        Decision<Gib> memoryRequest,
        Decision<Percent> cpuTarget,
        Decision<Percent> memoryTarget,
        Decision<ScalingRate> scaleUp,
        Decision<ScalingRate> scaleDown,
        Decision<Gib> shareSize,
        DatabasePools pools,
        WebUiTasks tasks) {

    public List<Decision<?>> decisions() {
        List<Decision<?>> all = new ArrayList<>(List.of(
                minReplicas,
                maxReplicas,
                cpuRequest,
                memoryRequest,
                cpuTarget,
                memoryTarget,
                scaleUp,
                scaleDown,
                shareSize,
                pools.size(),
                pools.overflow()));
        all.addAll(tasks.decisions());
        return all;
    }
}
