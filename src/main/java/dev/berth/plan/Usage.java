package dev.berth.plan;

import dev.berth.catalog.Catalog;
import dev.berth.model.Count;
import dev.berth.model.Range;
import dev.berth.model.Seconds;
import dev.berth.plan.cost.ModelUse;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.demand.ModelDemand;
import dev.berth.plan.demand.Moment;
import dev.berth.plan.demand.Moment.Typical;
import dev.berth.plan.demand.Station;
import dev.berth.plan.group.GroupPlan;
import dev.berth.plan.memory.ModelPlan;
import dev.berth.plan.nodes.PoolPlan;
import dev.berth.plan.schedule.OpenTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How much of what is there is used on average.
 *
 * @param lead how long before its windows a replica is started
 */
record Usage(Catalog catalog, List<GroupPlan> groups, List<ModelDemand> demand, Decision<Seconds> lead) {

    /** Nodes of the pools on average over a week, by name; those for which nobody stated a demand or windows have none. */
    SortedMap<String, Decision<Range<Count>>> expectedNodes(List<PoolPlan> pools) {
        SortedMap<String, Decision<Range<Count>>> nodes = new TreeMap<>();
        pools.forEach(pool -> expectedNodes(pool).ifPresent(expected -> nodes.put(pool.name(), expected)));
        return Collections.unmodifiableSortedMap(nodes);
    }

    private Optional<Decision<Range<Count>>> expectedNodes(PoolPlan pool) {
        List<GroupPlan> here = groups.stream()
                .filter(group -> group.pool().equals(pool.name()))
                .toList();
        List<ModelDemand> asked = here.stream()
                .flatMap(group -> group.models().stream())
                .map(this::demandOf)
                .filter(model -> model.peak().isPresent())
                .toList();
        boolean isScheduled = here.stream().anyMatch(group -> group.schedule().isPresent());
        return asked.isEmpty() && !isScheduled ? Optional.empty() : Optional.of(expected(pool, here, asked));
    }

    private Decision<Range<Count>> expected(PoolPlan pool, List<GroupPlan> here, List<ModelDemand> asked) {
        Range<Count> nodes = here.stream()
                .map(group -> nodes(group, pool.replicasPerNode()))
                .reduce(Range::plus)
                .orElseThrow();
        int perNode = pool.replicasPerNode();
        Decision.Draft<Range<Count>> draft =
                Decision.derived("pool." + pool.name() + ".nodes.expected", nodes, nodes.digits(1) + " nodes");
        for (ModelDemand model : asked) {
            model.peak().ifPresent(draft::from);
            model.serviceTime().ifPresent(draft::from);
        }
        here.forEach(group -> draft.from(group.minReplicas()).from(group.maxReplicas()));
        here.stream()
                .flatMap(group -> group.schedule().stream())
                .forEach(schedule -> draft.from(schedule.replicas()).from(lead));
        return draft.from(catalog.profiles().workingDays(), "working days of a week")
                .from(catalog.profiles().office().citation(), "usual working day", "share of the busiest hour, by hour")
                .by("replicas of each hour / replicas on a node " + perNode + (perNode == 1 ? "" : ", rounded up")
                        + ", on average over the hours of a week");
    }

    private Range<Count> nodes(GroupPlan group, int perNode) {
        SortedMap<Integer, OpenTime> floors =
                group.schedule().map(schedule -> schedule.levels(lead.value())).orElseGet(TreeMap::new);
        int most = group.maxReplicas().value();
        return group.demand()
                .earlier(lead.value())
                .average(
                        catalog.profiles().workingDays().value(),
                        floors.values(),
                        (hour, count) -> nodes(count.between(least(group, floors, hour), most), perNode));
    }

    /** What windows keep is there whether anybody asks or not, and so are the replicas with lower ordinals. */
    private static double least(GroupPlan group, SortedMap<Integer, OpenTime> floors, Moment hour) {
        double least = group.minReplicas().value();
        int below = group.minReplicas().value();
        for (Map.Entry<Integer, OpenTime> floor : floors.entrySet()) {
            least += (floor.getKey() - below) * hour.shareOf(floor.getValue());
            below = floor.getKey();
        }
        return least;
    }

    /** A node is paid for as a whole; where each replica has its own, a part stands for how likely it is there. */
    private static Count nodes(Count replicas, int perNode) {
        return perNode == 1 ? replicas : new Count(Math.ceil(replicas.amount() / perNode));
    }

    private ModelDemand demandOf(ModelPlan model) {
        return demand.stream()
                .filter(asked -> asked.model().equals(model.name()))
                .findFirst()
                .orElseThrow();
    }

    /** The models that people ask, with their part of the work that the pool's GPUs do. */
    List<ModelUse> models() {
        Map<String, Double> loads = new TreeMap<>();
        groups.forEach(group ->
                group.models().forEach(model -> loads.merge(group.pool(), load(demandOf(model)), Double::sum)));
        return groups.stream()
                .flatMap(group -> group.models().stream()
                        .map(this::demandOf)
                        .filter(model -> model.monthly().isPresent())
                        .map(model -> new ModelUse(
                                model.model(),
                                group.pool(),
                                load(model) / Objects.requireNonNull(loads.get(group.pool())),
                                model.monthly().orElseThrow().value().amount())))
                .toList();
    }

    private static double load(ModelDemand model) {
        return new Station(List.of(model.load()), model.load().slots()).load(Typical.MEAN, Range::mid);
    }
}
