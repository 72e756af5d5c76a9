package dev.berth.plan.replicas;

import dev.berth.model.Bounds;
import dev.berth.model.Count;
import dev.berth.model.Range;
import dev.berth.model.Seconds;
import dev.berth.model.Setting;
import dev.berth.plan.decision.Counted;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.demand.Allotment;
import dev.berth.plan.demand.GroupDemand;
import dev.berth.plan.demand.ModelDemand;
import dev.berth.plan.demand.Moment;
import dev.berth.plan.demand.Moment.Typical;
import dev.berth.plan.demand.Wait;
import dev.berth.plan.memory.GroupMemory;
import dev.berth.plan.placement.HomePlacement;
import dev.berth.plan.placement.HomeSet;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Derives how many replicas a group has: homes for the models kept always, and as many as demand needs. */
public final class ReplicaBounds {

    private final GroupMemory memory;
    private final GroupDemand demand;
    private final List<ModelDemand> models;
    private final Setting<Seconds> objective;
    private final Problems problems;

    /** @param models what is asked of each model of the group */
    public ReplicaBounds(
            GroupMemory memory,
            GroupDemand demand,
            List<ModelDemand> models,
            Setting<Seconds> objective,
            Problems problems) {
        this.memory = memory;
        this.demand = demand;
        this.models = models;
        this.objective = objective;
        this.problems = problems;
    }

    public Decision<Integer> min() {
        Bounds bounds = bounds();
        Range<Count> needed = demand.homeReplicas(Typical.MEAN);
        int homes = memory.homeReplicas().value();
        int least = Math.max(homes, (int) needed.mid().amount());
        Optional<Setting<Integer>> tight = bounds.max().filter(max -> memory.mayKeep(max.value()) < least);
        int number =
                Math.max(homes, tight.map(max -> memory.mayKeep(max.value())).orElse(least));
        Decision.Draft<Integer> draft = draft("min", number);
        tight.ifPresent(draft::from);
        Decision<Integer> derived = draft.by(
                number == homes
                        ? always(homes)
                        : "in an average hour " + stations(Typical.MEAN)
                                + tight.map(max -> "; no more than `replicas.max` " + max.value() + " leaves")
                                        .orElse(""));
        bounds.min()
                .filter(pinned -> pinned.value() < least && pinned.value() >= homes)
                .ifPresent(pinned -> checkMin(pinned, least));
        checkHomes(bounds);
        return derived.unless(bounds.min(), Counted::replicas);
    }

    private String always(int homes) {
        if (memory.placement().lasting().isEmpty()) {
            return homes == 0 ? "no model is kept always" : "at least one, although no model is kept always";
        }
        return "as many as hold the models kept always";
    }

    public Decision<Integer> max(Decision<Integer> min) {
        Bounds bounds = bounds();
        int busiest = (int) demand.most(Typical.PEAK).mid().amount();
        int number = Math.max(min.value() + 1, busiest);
        Decision<Integer> derived = draft("max", number)
                .from(min)
                .by(
                        number == busiest
                                ? (isAsked() ? "in the busiest hour " : "") + stations(Typical.PEAK) + onDemand()
                                : "one above min " + min.value() + onDemand());
        bounds.max().filter(pinned -> pinned.value() < busiest).ifPresent(pinned -> checkMax(pinned, busiest));
        return derived.unless(bounds.max(), Counted::replicas);
    }

    private Bounds bounds() {
        return memory.resolved().group().replicas();
    }

    private Decision.Draft<Integer> draft(String bound, int number) {
        Decision.Draft<Integer> draft = Decision.derived(
                        "group." + memory.name() + ".replicas." + bound, number, Counted.replicas(number))
                .from(memory.homeReplicas())
                .from(memory.slots());
        for (ModelDemand model : models) {
            model.peak().ifPresent(draft::from);
            model.serviceTime().ifPresent(draft::from);
        }
        return isAsked() ? draft.from(objective) : draft;
    }

    /** {@code 2 for {mistral:7b, llama3.1:8b}, 1 for {gemma2:2b} for waits of at most 30 s}. */
    private String stations(Moment moment) {
        HomePlacement placement = memory.placement();
        List<Integer> replicas = Stream.concat(
                        demand.homeReplicas(moment, Range::mid).stream(),
                        demand.scheduledReplicas(moment, Range::mid).stream())
                .toList();
        List<HomeSet> homes = moment == Typical.MEAN ? placement.lasting() : placement.ordinals();
        return (homes.isEmpty() ? "no home" : each(replicas, homes)) + (isAsked() ? waitAtMost() : "");
    }

    private static String each(List<Integer> replicas, List<?> stations) {
        return IntStream.range(0, stations.size())
                .mapToObj(station -> replicas.get(station) + " for " + stations.get(station))
                .collect(Collectors.joining(", "));
    }

    private String waitAtMost() {
        return " for waits of at most " + objective();
    }

    /** People may ask for less than a second. */
    private String objective() {
        Seconds wait = objective.value();
        return wait.digits(wait.amount() % 1 == 0 ? 0 : 1) + " s";
    }

    private boolean isAsked() {
        return models.stream().anyMatch(model -> model.peak().isPresent());
    }

    private String onDemand() {
        return demand.onDemand().isEmpty()
                ? ""
                : "; on demand " + each(demand.onDemandReplicas(Typical.PEAK, Range::mid), demand.onDemand());
    }

    /** In an average hour the autoscaler has to add what min lacks, and people wait for it. */
    private void checkMin(Setting<Integer> pinned, int needed) {
        GroupDemand homes = new GroupDemand(demand.homes(), List.of(), List.of(), demand.objective(), demand.hold());
        Allotment.Share worst =
                homes.allot(pinned.value(), Typical.MEAN, Range::mid).worst();
        problems.add(
                Code.MIN_BELOW_DEMAND,
                pinned.at(),
                "`" + pinned.path() + "` is " + pinned.value() + ", an average hour needs " + needed
                        + ": until one is added, " + waiting(worst),
                "write " + needed + " or more, or more `slots`");
    }

    private void checkMax(Setting<Integer> pinned, int needed) {
        Allotment.Share worst =
                demand.allot(pinned.value(), Typical.PEAK, Range::mid).worst();
        if (!worst.p95().isAtMost(objective.value())) {
            problems.add(
                    Code.WAIT_ABOVE_OBJECTIVE,
                    pinned.at(),
                    "`" + pinned.path() + "` is " + pinned.value() + ", the busiest hour needs " + needed + ": "
                            + waiting(worst),
                    "write " + needed
                            + " or more, or more `slots`, or take a faster GPU; `berth plan` names the cheapest"
                            + " change");
        }
    }

    private String waiting(Allotment.Share worst) {
        String wait = worst.p95() instanceof Wait.Bounded bounded
                ? "up to " + bounded.p95().digits(1) + " s"
                : "ever longer";
        return "95 of 100 requests for " + worst.station() + " wait " + wait + ", the objective is " + objective();
    }

    private void checkHomes(Bounds bounds) {
        int always = memory.homeReplicas().value();
        int atTimes = memory.placement().scheduled().size();
        Optional<Setting<Integer>> min = bounds.min().filter(pinned -> pinned.value() < always);
        min.ifPresent(pinned -> tooFew(pinned, "kept always", always));
        bounds.max()
                .filter(pinned -> min.isEmpty() && pinned.value() < always + atTimes)
                .ifPresent(pinned ->
                        tooFew(pinned, atTimes == 0 ? "kept always" : "kept always or by schedule", always + atTimes));
    }

    private void tooFew(Setting<Integer> pinned, String which, int needed) {
        problems.add(
                Code.TOO_FEW_REPLICAS,
                pinned.at(),
                "`" + pinned.path() + "` is " + pinned.value() + ", the models " + which + " need " + needed + ": "
                        + memory.placement(),
                "write " + needed + " or more, or `keep: onDemand` for some of the models");
    }
}
