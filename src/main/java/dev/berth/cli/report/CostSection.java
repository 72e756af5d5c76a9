package dev.berth.cli.report;

import dev.berth.model.Usd;
import dev.berth.plan.Plan;
import dev.berth.plan.cost.CostLine;
import dev.berth.plan.cost.CostPlan;
import dev.berth.plan.group.GroupPlan;
import dev.berth.plan.nodes.PoolPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What a month costs, line by line, with the nodes that run for it. */
final class CostSection {

    private CostSection() {}

    static Section of(Plan plan) {
        Table table = new Table("llrrr").row("a month", "nodes", "floor", "expected", "ceiling");
        SortedMap<String, String> nodes = nodes(plan);
        for (CostLine line : plan.cost().lines()) {
            row(table, line, nodes.getOrDefault(line.name(), ""));
        }
        row(table, plan.cost().total(), "");
        return new Section.Grid("Cost", "all regions, pay as you go; floor: what always runs", table, notes(plan));
    }

    private static SortedMap<String, String> nodes(Plan plan) {
        SortedMap<String, String> nodes = new TreeMap<>();
        plan.pools()
                .forEach(pool -> nodes.put(
                        CostLine.ofPool(pool.name()),
                        Shown.bounds(pool.floorNodes(), pool.maxNodes()) + " x "
                                + pool.size().name() + (pool.isSpot() ? " spot" : "")));
        List.of(plan.appsPool(), plan.systemPool())
                .forEach(pool -> nodes.put(
                        CostLine.ofPool(pool.name()),
                        Shown.bounds(pool.minNodes(), pool.maxNodes()) + " x "
                                + pool.size().name()));
        return nodes;
    }

    private static void row(Table table, CostLine line, String nodes) {
        table.row(
                line.name().replace("pool.", "pool "),
                nodes,
                line.floor().value().withUnits(),
                line.expected().value().withUnits(),
                line.ceiling().value().withUnits());
    }

    private static List<String> notes(Plan plan) {
        CostPlan cost = plan.cost();
        List<String> notes = new ArrayList<>();
        plan.pools().forEach(pool -> kept(pool, notes));
        cost.models()
                .forEach(model -> notes.add(model.model() + ": " + model.month().shown() + " of its pool, "
                        + model.perThousand().shown()));
        if (cost.models().isEmpty()) {
            notes.add("no model states its demand: expected is the floor"
                    + (plan.groups().stream().anyMatch(GroupPlan::hasWindows) ? " and the windows" : ""));
        }
        plan.environment()
                .budget()
                .ifPresent(budget -> notes.add("budget " + budget.value() + ": expected is "
                        + percent(cost.total().expected().value().mid(), budget.value()) + " of it, ceiling "
                        + percent(cost.total().ceiling().value().mid(), budget.value())));
        if (!cost.notCounted().isEmpty()) {
            notes.add("not counted, as nobody stated a price: " + notCounted(plan));
        }
        return notes;
    }

    /** {@code storage, database}; the regions too where they differ. */
    private static String notCounted(Plan plan) {
        int regions = plan.environment().azure().regions().size();
        return plan.cost().notCounted().stream()
                .map(missing ->
                        missing.regions().size() == regions ? missing.service().key() : missing.toString())
                .collect(Collectors.joining(", "));
    }

    /** The cluster autoscaler's bound says less than what the replicas need. */
    private static void kept(PoolPlan pool, List<String> notes) {
        int floor = pool.floorNodes().value();
        int min = pool.minNodes().value();
        if (floor > min) {
            notes.add("pool " + pool.name() + ": " + floor + " nodes always run although its min is " + min + ": "
                    + pool.floorNodes().formula());
        }
    }

    private static String percent(Usd part, Usd whole) {
        return Math.round(100 * part.amount() / whole.amount()) + " %";
    }
}
