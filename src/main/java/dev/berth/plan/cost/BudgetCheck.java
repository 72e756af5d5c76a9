package dev.berth.plan.cost;

import dev.berth.model.Setting;
import dev.berth.model.Usd;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import java.util.Comparator;
import java.util.stream.Collectors;

/** Compares what an environment costs with what it may cost. */
record BudgetCheck(CostPlan cost) {

    void check(Setting<Usd> budget, Problems problems) {
        Usd expected = cost.total().expected().value().mid();
        Usd ceiling = cost.total().ceiling().value().high();
        if (expected.compareTo(budget.value()) > 0) {
            problems.add(
                    Code.BUDGET_EXCEEDED,
                    budget.at(),
                    says(budget) + ", a month is expected to cost " + expected + ": "
                            + cost.total().expected().formula() + notCounted(),
                    "write " + whole(expected) + " or more, or take fewer nodes, fewer regions or smaller sizes; `"
                            + largest() + "` costs most");
        } else if (ceiling.compareTo(budget.value()) > 0) {
            problems.add(
                    Code.BUDGET_CEILING,
                    budget.at(),
                    says(budget) + ", a month with all nodes running costs " + ceiling + ": "
                            + cost.total().ceiling().formula() + notCounted(),
                    "write " + whole(ceiling) + " or more, let pools grow less, or waive it");
        }
    }

    private static String says(Setting<Usd> budget) {
        return "`" + budget.path() + "` is " + budget.value();
    }

    private String notCounted() {
        return cost.notCounted().isEmpty()
                ? ""
                : "; not counted: "
                        + cost.notCounted().stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private String largest() {
        return cost.lines().stream()
                .max(Comparator.comparing(line -> line.expected().value().mid()))
                .orElseThrow()
                .name();
    }

    private static String whole(Usd amount) {
        return new Usd(Math.ceil(amount.amount())).digits(0);
    }
}
