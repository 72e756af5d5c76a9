package dev.berth.plan;

import dev.berth.catalog.GpuSize;
import dev.berth.model.Gib;
import dev.berth.model.Setting;
import dev.berth.model.Signal;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import java.util.List;

/**
 * Derives what share of GPU memory the models kept always occupy when nobody asks for anything. A scaler whose target
 * lies below that adds replicas for ever.
 */
final class IdleMemory {

    private IdleMemory() {}

    static Decision<Integer> of(
            Resolved.ServingGroup resolved,
            List<ModelPlan> models,
            ReplicaBounds replicas,
            double tolerance,
            Problems problems) {
        GpuSize size = resolved.pool().size();
        List<Decision<?>> homes = models.stream()
                .filter(ModelPlan::isKeptAlways)
                .<Decision<?>>map(ModelPlan::residency)
                .toList();
        Gib loaded = models.stream()
                .filter(ModelPlan::isKeptAlways)
                .map(model -> model.residency().value().mid())
                .reduce(new Gib(0), Gib::plus);
        Gib total = size.gpu().dcgm().mid().times(replicas.min().value());
        int percent = (int) Math.round(100 * loaded.amount() / total.amount());
        String group = resolved.group().name();
        Decision<Integer> idle = Decision.derived("group." + group + ".idleGpuMemory", percent, percent + " %")
                .fromAll(homes)
                .from(replicas.min())
                .from(
                        size.gpu().citation(),
                        "used + free, " + size.gpu().dcgm().basis().word(),
                        size.gpu().dcgm())
                .by("models kept always " + loaded.digits(1) + " / (replicas "
                        + replicas.min().value() + " x used + free "
                        + size.gpu().dcgm().mid().digits(1) + ")");
        check(resolved, idle, tolerance, problems);
        return idle;
    }

    private static void check(
            Resolved.ServingGroup resolved, Decision<Integer> idle, double tolerance, Problems problems) {
        boolean read = resolved.group().signals().stream().anyMatch(signal -> signal.value() == Signal.GPU_MEMORY);
        Setting<Integer> target = resolved.group().targets().get(Signal.GPU_MEMORY);
        if (read && target != null && idle.value() > target.value() * (1 + tolerance)) {
            problems.add(
                    Code.IDLE_ABOVE_TARGET,
                    target.isPinned() ? target.at() : resolved.group().at(),
                    "group `" + resolved.group().name() + "` uses " + idle.value()
                            + " % of its GPU memory when idle, its gpu-memory target is " + target.value()
                            + " %: it grows to its maximum and stays there",
                    "raise the target or `replicas.min`, or leave `gpu-memory` out of `signals`");
        }
    }
}
