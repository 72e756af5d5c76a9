package dev.berth.plan.cost;

import dev.berth.model.Range;
import dev.berth.model.Usd;
import dev.berth.plan.decision.Decision;
import java.util.ArrayList;
import java.util.List;

/** A sum of money in the making, with its terms. */
final class Amount {

    private final List<String> terms = new ArrayList<>();
    private Range<Usd> total = exact(new Usd(0));

    static Range<Usd> exact(Usd amount) {
        return Range.derived(amount, amount, amount);
    }

    Amount add(String term, Range<Usd> amount) {
        terms.add(term);
        total = Range.derived(
                total.low().plus(amount.low()),
                total.mid().plus(amount.mid()),
                total.high().plus(amount.high()));
        return this;
    }

    /** {@code westeurope 2 x $0.658 x 730 h + northeurope 2 x $0.587 x 730 h}. */
    String formula() {
        return String.join(" + ", terms);
    }

    Decision.Draft<Range<Usd>> as(String id) {
        return Decision.derived(id, total, shown(total) + " a month");
    }

    /** Another decision of the same value. */
    static Decision<Range<Usd>> like(String id, Decision<Range<Usd>> cost, String reason) {
        return Decision.derived(id, cost.value(), cost.shown()).from(cost).by(reason);
    }

    /** {@code $961}, or {@code $961 ($850-$1,200)}. */
    static String shown(Range<Usd> range) {
        String likely = range.mid().toString();
        return range.low().equals(range.high()) ? likely : likely + " (" + range.low() + "-" + range.high() + ")";
    }
}
