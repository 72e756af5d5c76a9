package dev.berth.plan.cost;

import dev.berth.model.Count;
import dev.berth.model.Range;
import dev.berth.model.Usd;
import dev.berth.plan.decision.Decision;
import java.util.List;

/**
 * What one model costs of the GPUs of its pool, as demand has it.
 *
 * @param month its share of the pool's expected cost
 * @param perThousand of 1,000 requests
 */
public record ModelCost(String model, Decision<Range<Usd>> month, Decision<Range<Usd>> perThousand) {

    private static final int THOUSAND = 1000;

    /** @param pool the line of the model's pool */
    static ModelCost of(ModelUse use, CostLine pool) {
        String id = "cost.model." + use.model();
        Range<Usd> share = pool.expected().value().map(usd -> usd.times(use.busyShare()));
        Decision<Range<Usd>> month = Decision.derived(id, share, share.withUnits() + " a month")
                .from(pool.expected())
                .by(new Count(100 * use.busyShare()).digits(1) + " % of the time that the GPUs of " + pool.name()
                        + " are busy, x " + pool.expected().value().withUnits());
        Range<Usd> each = share.map(usd -> usd.times(THOUSAND / use.requestsPerMonth()));
        return new ModelCost(
                use.model(),
                month,
                Decision.derived(id + ".per1000", each, "$" + each.digits(2) + " per 1,000 requests")
                        .from(month)
                        .by(share.withUnits() + " / " + new Count(use.requestsPerMonth()).digits(0)
                                + " requests a month x 1,000"));
    }

    List<Decision<?>> decisions() {
        return List.of(month, perThousand);
    }
}
