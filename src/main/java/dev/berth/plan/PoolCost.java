package dev.berth.plan;

import dev.berth.catalog.Catalog;
import dev.berth.catalog.Fact;
import dev.berth.catalog.Prices.Price;
import dev.berth.model.Environment;
import dev.berth.model.Setting;
import dev.berth.model.Usd;
import dev.berth.plan.decision.Decision;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Prices the nodes of a pool: one pool in each region of the environment, a month at a time. */
final class PoolCost {

    private final Environment environment;
    private final Catalog catalog;

    PoolCost(Environment environment, Catalog catalog) {
        this.environment = environment;
        this.catalog = catalog;
    }

    /** What a number of nodes costs in all regions for a month. */
    Decision<Usd> of(String id, String size, Decision<Integer> nodes) {
        Fact<Integer> hours = catalog.platform().hoursPerMonth();
        List<String> terms = new ArrayList<>();
        Usd total = new Usd(0);
        for (Setting<String> region : environment.azure().regions()) {
            Usd hourly = price(region, size).map(Price::hourly).orElse(new Usd(0));
            total = total.plus(hourly.times((double) nodes.value() * hours.value()));
            terms.add(region.value() + " " + nodes.value() + " x $" + hourly.digits(3) + " x " + hours.value() + " h");
        }
        Decision.Draft<Usd> draft =
                Decision.derived(id, total, total + " a month").from(nodes).from(hours, "hours of a month");
        for (Setting<String> region : environment.azure().regions()) {
            draft.from(region);
            price(region, size)
                    .ifPresent(price -> draft.from(
                            price.citation(), size, "$" + price.hourly().digits(3) + " an hour"));
        }
        return draft.by(String.join(" + ", terms));
    }

    /**
     * Says where the size of a pool is not offered.
     *
     * @param others sizes that could take its place
     */
    void check(Setting<String> size, Collection<String> others, Problems problems) {
        for (Setting<String> region : environment.azure().regions()) {
            if (price(region, size.value()).isEmpty()) {
                problems.add(
                        Code.SIZE_NOT_IN_REGION,
                        size.isPinned() ? size.at() : region.at(),
                        "`" + size.value() + "` has no price in `" + region.value()
                                + "`: it is not offered there"
                                + (size.isPinned() ? "" : "; it is the default size"),
                        "offered there: " + offered(region, others)
                                + "; or add its price to values/catalog/prices.yaml");
            }
        }
    }

    private String offered(Setting<String> region, Collection<String> others) {
        List<String> sizes = others.stream()
                .filter(size -> catalog.prices().of(region.value(), size).isPresent())
                .toList();
        return sizes.isEmpty() ? "none" : String.join(", ", sizes);
    }

    private Optional<Price> price(Setting<String> region, String size) {
        return catalog.prices().of(region.value(), size);
    }
}
