package dev.berth.cli;

import dev.berth.plan.Plan;
import dev.berth.plan.cost.CostLine;
import dev.berth.plan.cost.CostPlan;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.quota.QuotaPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a plan costs and what it needs of quotas, as people read it on a terminal. */
final class CostPlanText {

    private final Plan plan;
    private final Style style;

    CostPlanText(Plan plan, Style style) {
        this.plan = plan;
        this.style = style;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.addAll(cost());
        lines.addAll(quota());
        return lines;
    }

    private List<String> cost() {
        CostPlan cost = plan.cost();
        Table table = new Table("lrrr").row("COST a month", "floor", "expected", "ceiling");
        cost.lines().forEach(line -> row(table, line));
        row(table, cost.total());
        List<String> lines = new ArrayList<>(table.lines());
        lines.set(0, style.heading(lines.get(0)));
        if (!cost.notCounted().isEmpty()) {
            lines.add("  not counted: "
                    + cost.notCounted().stream().map(Object::toString).collect(Collectors.joining(", ")));
        }
        cost.models()
                .forEach(model -> lines.add("  " + model.model() + ": "
                        + model.month().shown() + ", " + model.perThousand().shown()));
        return lines;
    }

    private static void row(Table table, CostLine line) {
        table.row("  " + line.name(), amount(line.floor()), amount(line.expected()), amount(line.ceiling()));
    }

    private static String amount(Decision<?> decision) {
        return decision.shown().replace(" a month", "");
    }

    private List<String> quota() {
        QuotaPlan quota = plan.quota();
        List<String> lines = new ArrayList<>();
        quota.accepted()
                .forEach(needed -> lines.add(style.heading("QUOTA") + " "
                        + needed.id().substring("quota.".length()) + "   " + needed.shown() + ": "
                        + needed.formula()));
        if (!quota.accepted().isEmpty()) {
            quota.notStated()
                    .forEach(missing -> lines.add(
                            style.heading("QUOTA") + " " + missing.region() + "." + missing.quota() + "   not stated"));
        } else if (!quota.notStated().isEmpty()) {
            lines.add(style.heading("QUOTA") + "   not stated");
        }
        return lines;
    }
}
