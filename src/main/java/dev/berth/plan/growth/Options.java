package dev.berth.plan.growth;

import dev.berth.catalog.Catalog;
import dev.berth.catalog.GpuSize;
import dev.berth.model.Bounds;
import dev.berth.model.Environment;
import dev.berth.model.GpuPool;
import dev.berth.model.Group;
import dev.berth.model.Setting;
import dev.berth.model.Usd;
import dev.berth.plan.Plan;
import dev.berth.plan.group.GroupPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The changes that a person would think of: more slots, more replicas, another size, more money. */
final class Options {

    /** More is tried in steps of 1, 2, 4 and so on, up to so many. */
    private static final int MOST_MORE = 64;

    private static final List<Double> MORE_MONEY = List.of(1.1, 1.25, 1.5, 2.0);

    private final Plan plan;
    private final Environment environment;
    private final Catalog catalog;

    Options(Plan plan, Catalog catalog) {
        this.plan = plan;
        this.environment = plan.environment();
        this.catalog = catalog;
    }

    List<Option> all() {
        List<Option> options = new ArrayList<>();
        for (GroupPlan group : plan.groups()) {
            options.addAll(slots(group));
            options.addAll(replicas(group));
        }
        for (int index = 0; index < environment.gpuPools().size(); index++) {
            options.addAll(sizes(index));
            options.addAll(nodes(index));
        }
        options.addAll(budgets());
        return options;
    }

    private List<Option> slots(GroupPlan group) {
        List<Option> options = new ArrayList<>();
        for (int slots = group.slots().value() + 1;
                slots <= catalog.ollama().mostSlots().value();
                slots++) {
            int more = slots;
            options.add(new Option(
                    List.of("inference.groups." + group.name() + ".slots=" + slots),
                    whole -> withGroup(whole, group.name(), old -> old.withSlots(more))));
        }
        return options;
    }

    /** More replicas need nodes that they may have. */
    private List<Option> replicas(GroupPlan group) {
        List<Option> options = new ArrayList<>();
        Optional<Setting<Integer>> pinned = group.group().replicas().max();
        if (pinned.isEmpty()) {
            return options;
        }
        for (int more = 1; more <= MOST_MORE; more *= 2) {
            int added = more;
            List<String> fields = new ArrayList<>();
            fields.add("inference.groups." + group.name() + ".replicas.max="
                    + (pinned.get().value() + added));
            UnaryOperator<Environment> change =
                    whole -> withGroup(whole, group.name(), old -> old.withReplicas(raised(old.replicas(), added)));
            for (int index = 0; index < environment.gpuPools().size(); index++) {
                GpuPool pool = environment.gpuPools().get(index);
                if (pool.name().value().equals(group.pool())
                        && pool.nodes().max().isPresent()) {
                    int place = index;
                    fields.add("gpuPools[" + index + "].nodes.max="
                            + (pool.nodes().max().get().value() + added));
                    UnaryOperator<Environment> before = change;
                    change = whole ->
                            withPool(before.apply(whole), place, old -> old.withNodes(raised(old.nodes(), added)));
                }
            }
            options.add(new Option(List.copyOf(fields), change));
        }
        return options;
    }

    private List<Option> nodes(int index) {
        List<Option> options = new ArrayList<>();
        Bounds bounds = environment.gpuPools().get(index).nodes();
        if (bounds.max().isPresent()) {
            int most = bounds.max().get().value();
            for (int more = 1; more <= MOST_MORE; more *= 2) {
                int added = more;
                options.add(new Option(
                        List.of("gpuPools[" + index + "].nodes.max=" + (most + added)),
                        whole -> withPool(whole, index, old -> old.withNodes(raised(old.nodes(), added)))));
            }
        }
        return options;
    }

    private List<Option> budgets() {
        return environment.budget().stream()
                .flatMap(budget -> MORE_MONEY.stream().map(factor -> {
                    Usd more = new Usd(Math.ceil(budget.value().amount() * factor));
                    return new Option(
                            List.of("budget.monthlyUsd=" + more.digits(0)), whole -> whole.withBudget(budget.to(more)));
                }))
                .toList();
    }

    private static Bounds raised(Bounds bounds, int added) {
        return new Bounds(bounds.min(), bounds.max().map(max -> max.to(max.value() + added)));
    }

    private List<Option> sizes(int index) {
        GpuPool pool = environment.gpuPools().get(index);
        if (pool.spotHourly().isPresent()) {
            // The price of its nodes is that of its size, and nobody has said another.
            return List.of();
        }
        return catalog.gpuSizes().values().stream()
                .filter(size -> !size.name().equals(pool.size().value()) && isOffered(size))
                .map(size -> new Option(
                        List.of("gpuPools[" + index + "].size=" + size.name()),
                        whole -> withPool(whole, index, old -> old.withSize(size.name()))))
                .toList();
    }

    private boolean isOffered(GpuSize size) {
        return environment.azure().regions().stream()
                .allMatch(region ->
                        catalog.prices().of(region.value(), size.name()).isPresent());
    }

    private static Environment withGroup(Environment whole, String name, UnaryOperator<Group> change) {
        return whole.withGroups(whole.groups().stream()
                .map(group -> group.name().equals(name) ? change.apply(group) : group)
                .toList());
    }

    private static Environment withPool(Environment whole, int index, UnaryOperator<GpuPool> change) {
        List<GpuPool> pools = new ArrayList<>(whole.gpuPools());
        pools.set(index, change.apply(pools.get(index)));
        return whole.withGpuPools(List.copyOf(pools));
    }
}
