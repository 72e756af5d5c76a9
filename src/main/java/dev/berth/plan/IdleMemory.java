package dev.berth.plan;

import dev.berth.catalog.Fact;
import dev.berth.catalog.GpuSize;
import dev.berth.model.Gib;
import dev.berth.model.Percent;
import dev.berth.model.Range;
import dev.berth.model.Setting;
import dev.berth.model.Signal;
import dev.berth.plan.decision.Decision;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import java.util.List;
import java.util.function.Function;

/**
 * Derives what share of GPU memory the models kept always occupy when nobody asks for anything. A scaler whose target
 * lies below that adds replicas although nobody waits: further replicas are empty, so the average falls until it meets
 * the target.
 */
final class IdleMemory {

    private final List<ModelPlan> homes;
    private final ReplicaBounds replicas;
    private final GpuSize size;

    private IdleMemory(List<ModelPlan> models, ReplicaBounds replicas, GpuSize size) {
        this.homes = models.stream().filter(ModelPlan::isKeptAlways).toList();
        this.replicas = replicas;
        this.size = size;
    }

    static Decision<Range<Percent>> of(
            Resolved.ServingGroup resolved,
            List<ModelPlan> models,
            ReplicaBounds replicas,
            Fact<Double> tolerance,
            Problems problems) {
        IdleMemory idle = new IdleMemory(models, replicas, resolved.pool().size());
        Decision<Range<Percent>> decision = idle.decide(resolved.group().name());
        idle.check(resolved, decision, tolerance.value(), problems);
        return decision;
    }

    private Decision<Range<Percent>> decide(String group) {
        Range<Gib> total = size.gpu().dcgm();
        Range<Percent> percent = Range.derived(
                percent(Range::low, total.high()), percent(Range::mid, total.mid()), percent(Range::high, total.low()));
        return Decision.derived("group." + group + ".idleGpuMemory", percent, percent.digits(0) + " %")
                .fromAll(homes.stream().map(ModelPlan::residency).toList())
                .from(replicas.min())
                .from(size.gpu().citation(), "used + free, " + total.basis().word(), total)
                .by("models kept always " + loaded(Range::mid).digits(1) + " / (replicas "
                        + replicas.min().value() + " x used + free "
                        + total.mid().digits(1) + ")");
    }

    private Percent percent(Function<Range<Gib>, Gib> end, Gib total) {
        return new Percent(
                100 * loaded(end).amount() / (total.amount() * replicas.min().value()));
    }

    private Gib loaded(Function<Range<Gib>, Gib> end) {
        return homes.stream().map(model -> end.apply(model.residency().value())).reduce(new Gib(0), Gib::plus);
    }

    private void check(
            Resolved.ServingGroup resolved, Decision<Range<Percent>> idle, double tolerance, Problems problems) {
        boolean read = resolved.group().signals().stream().anyMatch(signal -> signal.value() == Signal.GPU_MEMORY);
        Setting<Percent> target = resolved.group().targets().get(Signal.GPU_MEMORY);
        if (!read || target == null) {
            return;
        }
        double worst = idle.value().high().amount();
        double held = target.value().amount();
        if (worst > held * (1 + tolerance)) {
            int min = replicas.min().value();
            int max = replicas.max().value();
            int settled = Math.min(max, (int) Math.ceil(worst * min / held));
            problems.add(
                    Code.IDLE_ABOVE_TARGET,
                    target.isPinned() ? target.at() : resolved.group().at(),
                    "group `" + resolved.group().name() + "` uses up to "
                            + idle.value().high()
                            + " of its GPU memory when idle, its gpu-memory target is " + target.value()
                            + ": it may run " + settled + " of at most " + ReplicaBounds.replicas(max)
                            + " although nobody waits, and min is " + min,
                    "raise the target or `replicas.min`, or leave `gpu-memory` out of `signals`");
        }
    }
}
