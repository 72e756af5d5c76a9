package dev.berth.plan.scaling;

import dev.berth.catalog.Catalog;
import dev.berth.model.Gib;
import dev.berth.model.Percent;
import dev.berth.model.Range;
import dev.berth.model.Setting;
import dev.berth.model.Signal;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.memory.GroupMemory;
import dev.berth.plan.memory.ModelPlan;
import dev.berth.plan.placement.GpuRoom;
import dev.berth.plan.placement.HomeSet;
import dev.berth.plan.schedule.Schedule;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Derives the target of signal gpu-memory, or why there is none. */
public final class GpuMemorySignal {

    private final GroupMemory memory;
    private final List<HomeSet> homes;
    private final Decision<Integer> min;
    private final Optional<Schedule> schedule;
    private final IdleRule rule;
    private final GpuRoom room;
    private final Range<Gib> total;

    /** Replicas of the smallest fleet that has GPU memory. */
    private final int least;

    /** @param homes of each replica below min */
    public GpuMemorySignal(
            GroupMemory memory,
            List<HomeSet> homes,
            Decision<Integer> min,
            Optional<Schedule> schedule,
            Catalog catalog) {
        this.memory = memory;
        this.homes = homes;
        this.min = min;
        this.schedule = schedule;
        this.rule = new IdleRule(catalog.platform().hpaTolerance().value());
        this.room = new GpuRoom(
                memory.pool().usable().low(), catalog.ollama().prediction().headroom());
        this.total = memory.pool().shown();
        this.least = Math.max(1, min.value());
    }

    /** What the models at home use of the replicas below min when nobody asks. */
    Decision<Range<Percent>> idle() {
        Range<Percent> percent = Range.derived(
                idle(Range::low, total.high()), idle(Range::mid, total.mid()), idle(Range::high, total.low()));
        Range<Gib> gpu = memory.pool().size().gpu().dcgm();
        Decision.Draft<Range<Percent>> draft = Decision.derived(
                        "group." + memory.name() + ".idleGpuMemory", percent, percent.digits(0) + " %")
                .fromAll(residencies())
                .from(min)
                .from(memory.homeReplicas())
                .from(
                        memory.pool().size().gpu().citation(),
                        "used + free, " + gpu.basis().word(),
                        gpu);
        memory.pool().slices().ifPresent(draft::from);
        return draft.by("models at home " + loaded(Range::mid).digits(1) + " / (replicas " + least + " x used + free "
                + total.mid().digits(1)
                + (memory.pool().slices().isPresent() ? " of a time slice)" : ")"));
    }

    private Percent idle(Function<Range<Gib>, Gib> end, Gib of) {
        return new GpuMemoryUse(loaded(end), Optional.empty(), total, least).idle(of);
    }

    private List<Decision<Range<Gib>>> residencies() {
        return memory.models().stream()
                .filter(ModelPlan::isKeptAlways)
                .map(ModelPlan::residency)
                .toList();
    }

    private Gib loaded(Function<Range<Gib>, Gib> end) {
        return homes.stream()
                .flatMap(ordinal -> ordinal.homes().stream())
                .map(tenant -> end.apply(memory.model(tenant.name()).residency().value()))
                .reduce(new Gib(0), Gib::plus);
    }

    /** The smallest model that finds room beside the homes of some replica where it is not at home. */
    private Optional<ModelPlan> extra() {
        Stream<HomeSet> replicas = homes.isEmpty() ? Stream.of(new HomeSet(List.of(), List.of())) : homes.stream();
        return replicas.flatMap(ordinal -> memory.models().stream()
                        .filter(model -> ordinal.homes().stream()
                                .noneMatch(home -> home.name().equals(model.name())))
                        .filter(model -> room.takesBeside(ordinal.homes(), model.tenant())))
                .min(Comparator.comparing(
                                (ModelPlan model) -> model.residency().value().mid())
                        .thenComparing(ModelPlan::name));
    }

    /** The target that is told to the scaler, or why it reads none. */
    sealed interface Outcome {

        void put(Map<Signal, Decision<Percent>> targets, List<LeftOut> leftOut);

        record Kept(Decision<Percent> target) implements Outcome {
            @Override
            public void put(Map<Signal, Decision<Percent>> targets, List<LeftOut> leftOut) {
                targets.put(Signal.GPU_MEMORY, target);
            }
        }

        record Left(LeftOut reason) implements Outcome {
            @Override
            public void put(Map<Signal, Decision<Percent>> targets, List<LeftOut> leftOut) {
                leftOut.add(reason);
            }
        }
    }

    Outcome outcome(Decision<Range<Percent>> idle, Problems problems) {
        Optional<Setting<Percent>> pinned =
                Optional.ofNullable(memory.resolved().group().targets().get(Signal.GPU_MEMORY));
        if (min.value() == 0) {
            return left("while nobody asks no replica runs, and no GPU tells anything", pinned, problems);
        }
        if (schedule.filter(windows -> !windows.openings().isEmpty()).isPresent()) {
            return left("other models are at home in the windows, so no target fits all hours", pinned, problems);
        }
        Optional<ModelPlan> extra = extra();
        GpuMemoryUse use = new GpuMemoryUse(
                loaded(Range::mid), extra.map(model -> model.residency().value().mid()), total, least);
        TargetInterval serves = use.interval(rule);
        pinned.ifPresent(target -> check(target, serves, use, problems));
        if (serves.isEmpty() && pinned.isEmpty()) {
            return left(
                    extra.isEmpty()
                            ? "no further model fits beside those at home, so its value never changes"
                            : "no target lies above the " + serves.least().digits(0)
                                    + " % of idle models and below the "
                                    + serves.below().digits(0) + " % that "
                                    + extra.get().name() + " would make of it",
                    pinned,
                    problems);
        }
        return new Outcome.Kept(
                serves.isEmpty()
                        ? useless(pinned.orElseThrow())
                        : target(serves, idle, extra).unless(pinned, Percent::toString));
    }

    /** A target that somebody wants although none serves. */
    private Decision<Percent> useless(Setting<Percent> pinned) {
        return Decision.of(id(), pinned, pinned.value().toString());
    }

    private String id() {
        return "group." + memory.name() + ".target.gpu-memory";
    }

    private Decision<Percent> target(TargetInterval serves, Decision<Range<Percent>> idle, Optional<ModelPlan> extra) {
        Percent middle = serves.middle();
        Decision.Draft<Percent> draft =
                Decision.derived(id(), middle, middle.toString()).from(idle);
        extra.ifPresent(model -> draft.from(model.residency()));
        return draft.by("the middle of " + serves + ": above what models at home take, below what one more"
                + extra.map(model -> ", " + model.name() + ",").orElse("") + " makes of it, tolerance "
                + new Percent(100 * rule.tolerance()));
    }

    private Outcome left(String reason, Optional<Setting<Percent>> pinned, Problems problems) {
        Optional<Setting<Signal>> signal = memory.resolved().group().signals().stream()
                .filter(read -> read.value() == Signal.GPU_MEMORY && read.isPinned())
                .findFirst();
        pinned.<Setting<?>>map(target -> target)
                .or(() -> signal)
                .ifPresent(asked -> problems.add(
                        Code.GPU_MEMORY_LEFT_OUT,
                        asked.at(),
                        "group `" + memory.name() + "` does not scale by gpu-memory: " + reason,
                        "leave `gpu-memory` out of `signals`, or change which models share a replica"));
        return new Outcome.Left(new LeftOut(Signal.GPU_MEMORY, reason));
    }

    private void check(Setting<Percent> target, TargetInterval serves, GpuMemoryUse use, Problems problems) {
        String value = "`" + target.path() + "` is " + target.value();
        String hint = serves.isEmpty()
                ? "leave `gpu-memory` out of `signals`"
                : "write a target from " + serves + ", or leave it out: Berth derives " + serves.middle();
        if (target.value().compareTo(serves.least()) < 0) {
            problems.add(
                    Code.IDLE_ABOVE_TARGET,
                    target.at(),
                    value + ", group `" + memory.name() + "` uses " + use.idle(total.low())
                            + " of its GPU memory when idle: once grown it does not come back to min "
                            + min.value() + " although nobody waits",
                    hint);
        } else if (use.extra().isEmpty()) {
            problems.add(
                    Code.TARGET_NEVER_PASSED,
                    target.at(),
                    value + ", but no further model fits beside those at home of group `" + memory.name()
                            + "`: its value never changes, and adds no replica",
                    hint);
        } else if (target.value().compareTo(serves.below()) >= 0) {
            problems.add(
                    Code.TARGET_NEVER_PASSED,
                    target.at(),
                    value + ", one more model on a replica of group `" + memory.name() + "` stays below the "
                            + new Percent(rule.triggers(target.value().amount()))
                            + " that would add a replica",
                    hint);
        }
    }
}
