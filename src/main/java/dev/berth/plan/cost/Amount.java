package dev.berth.plan.cost;

import dev.berth.model.Range;
import dev.berth.model.Usd;
import dev.berth.plan.decision.Decision;
import java.util.ArrayList;
import java.util.List;

/** A sum of money in the making, with its terms. */
final class Amount {

    private final List<String> terms = new ArrayList<>();
    private Range<Usd> total = Range.exactly(new Usd(0));

    Amount add(String term, Range<Usd> amount) {
        terms.add(term);
        total = total.plus(amount);
        return this;
    }

    /** {@code westeurope 2 x $0.658 x 730 h + northeurope 2 x $0.587 x 730 h}. */
    String formula() {
        return String.join(" + ", terms);
    }

    Decision.Draft<Range<Usd>> as(String id) {
        return Decision.derived(id, total, total.withUnits() + " a month");
    }

    /** Another decision of the same value. */
    static Decision<Range<Usd>> like(String id, Decision<Range<Usd>> cost, String reason) {
        return Decision.derived(id, cost.value(), cost.shown()).from(cost).by(reason);
    }
}
