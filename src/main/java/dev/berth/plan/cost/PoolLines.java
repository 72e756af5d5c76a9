package dev.berth.plan.cost;

import dev.berth.catalog.Catalog;
import dev.berth.catalog.Fact;
import dev.berth.catalog.Prices.Price;
import dev.berth.model.Count;
import dev.berth.model.Range;
import dev.berth.model.Setting;
import dev.berth.model.Usd;
import dev.berth.plan.decision.Decision;
import java.util.List;
import java.util.Optional;

/** Prices the nodes of pools: each pool stands once in each region. */
final class PoolLines {

    private final List<Setting<String>> regions;
    private final Catalog catalog;

    PoolLines(List<Setting<String>> regions, Catalog catalog) {
        this.regions = regions;
        this.catalog = catalog;
    }

    CostLine of(PaidPool pool) {
        String name = CostLine.ofPool(pool.name());
        Decision<Range<Usd>> floor = at(CostLine.id(name, "floor"), pool, exact(pool.floor()), pool.floor());
        String expectedId = CostLine.id(name, "expected");
        Decision<Range<Usd>> expected = pool.expected()
                .map(nodes -> at(expectedId, pool, bounded(nodes.value(), pool), nodes))
                .orElseGet(() -> Amount.like(
                        expectedId,
                        floor,
                        pool.isSteady() ? "the same at all times" : "no demand stated: as the floor"));
        return new CostLine(
                name, floor, expected, at(CostLine.id(name, "ceiling"), pool, exact(pool.ceiling()), pool.ceiling()));
    }

    private static Range<Count> exact(Decision<Integer> nodes) {
        return Range.exactly(new Count(nodes.value()));
    }

    /** An average lies between what runs at the least and at the most. */
    private static Range<Count> bounded(Range<Count> nodes, PaidPool pool) {
        return nodes.map(
                count -> count.between(pool.floor().value(), pool.ceiling().value()));
    }

    private Decision<Range<Usd>> at(String id, PaidPool pool, Range<Count> nodes, Decision<?> because) {
        Fact<Integer> hours = catalog.platform().hoursPerMonth();
        Amount amount = new Amount();
        for (Setting<String> region : regions) {
            Usd hourly = hourly(region, pool);
            amount.add(
                    region.value() + " " + shown(nodes) + " x $" + hourly.digits(3) + " x " + hours.value() + " h",
                    Range.derived(
                            month(hourly, nodes.low(), hours),
                            month(hourly, nodes.mid(), hours),
                            month(hourly, nodes.high(), hours)));
        }
        Decision.Draft<Range<Usd>> draft = amount.as(id).from(because).from(hours, "hours of a month");
        pool.spotHourly().ifPresent(draft::from);
        for (Setting<String> region : regions) {
            draft.from(region);
            listed(region, pool)
                    .ifPresent(price -> draft.from(
                            price.citation(), pool.size(), "$" + price.hourly().digits(3) + " an hour"));
        }
        return draft.by(amount.formula());
    }

    /** A size without a price is a problem of its own. */
    private Usd hourly(Setting<String> region, PaidPool pool) {
        return pool.spotHourly()
                .map(Setting::value)
                .or(() -> listed(region, pool).map(Price::hourly))
                .orElse(new Usd(0));
    }

    /** The list price, which says nothing of spot nodes. */
    private Optional<Price> listed(Setting<String> region, PaidPool pool) {
        return pool.spotHourly().isPresent()
                ? Optional.empty()
                : catalog.prices().of(region.value(), pool.size());
    }

    private static Usd month(Usd hourly, Count nodes, Fact<Integer> hours) {
        return hourly.times(nodes.amount() * hours.value());
    }

    private static String shown(Range<Count> nodes) {
        boolean isWhole = nodes.low().equals(nodes.high()) && nodes.mid().amount() % 1 == 0;
        return nodes.digits(isWhole ? 0 : 1);
    }
}
