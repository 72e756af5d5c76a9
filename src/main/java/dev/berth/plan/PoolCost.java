package dev.berth.plan;

import dev.berth.catalog.Catalog;
import dev.berth.catalog.Fact;
import dev.berth.catalog.Prices.Price;
import dev.berth.model.Environment;
import dev.berth.model.Setting;
import dev.berth.model.Usd;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import java.util.ArrayList;
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
    Decision<Usd> of(String id, Resolved.Pool pool, Decision<Integer> nodes) {
        Fact<Integer> hours = catalog.platform().hoursPerMonth();
        List<String> terms = new ArrayList<>();
        Usd total = new Usd(0);
        for (Setting<String> region : environment.azure().regions()) {
            Usd hourly = price(region, pool).map(Price::hourly).orElse(new Usd(0));
            total = total.plus(hourly.times((double) nodes.value() * hours.value()));
            terms.add(region.value() + " " + nodes.value() + " x $" + hourly.digits(3) + " x " + hours.value() + " h");
        }
        Decision.Draft<Usd> draft =
                Decision.derived(id, total, total + " a month").from(nodes).from(hours, "hours of a month");
        for (Setting<String> region : environment.azure().regions()) {
            draft.from(region);
            price(region, pool)
                    .ifPresent(price -> draft.from(
                            price.citation(),
                            pool.size().name(),
                            "$" + price.hourly().digits(3) + " an hour"));
        }
        return draft.by(String.join(" + ", terms));
    }

    /** Says where the size of a pool is not offered. */
    void check(Resolved.Pool pool, Problems problems) {
        for (Setting<String> region : environment.azure().regions()) {
            if (price(region, pool).isEmpty()) {
                Setting<String> size = pool.pool().size();
                problems.add(
                        Code.SIZE_NOT_IN_REGION,
                        size.isPinned() ? size.at() : region.at(),
                        "`" + pool.size().name() + "` has no price in `" + region.value()
                                + "`: it is not offered there"
                                + (size.isPinned() ? "" : "; it is the default size"),
                        "offered there: " + offered(region) + "; or add its price to values/catalog/prices.yaml");
            }
        }
    }

    private String offered(Setting<String> region) {
        List<String> sizes = catalog.gpuSizes().keySet().stream()
                .filter(size -> catalog.prices().of(region.value(), size).isPresent())
                .toList();
        return sizes.isEmpty() ? "no GPU size" : String.join(", ", sizes);
    }

    private Optional<Price> price(Setting<String> region, Resolved.Pool pool) {
        return catalog.prices().of(region.value(), pool.size().name());
    }
}
