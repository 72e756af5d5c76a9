package dev.berth.plan;

import dev.berth.catalog.Catalog;
import dev.berth.catalog.Prices;
import dev.berth.model.Environment;
import dev.berth.model.Setting;
import dev.berth.model.Usd;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import java.util.ArrayList;
import java.util.List;

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
        int hours = catalog.platform().hoursPerMonth();
        List<String> terms = new ArrayList<>();
        Usd total = new Usd(0);
        for (Setting<String> region : environment.azure().regions()) {
            Usd hourly = hourly(region, pool);
            total = total.plus(hourly.times((double) nodes.value() * hours));
            terms.add(region.value() + " " + nodes.value() + " x $" + hourly.digits(3) + " x " + hours + " h");
        }
        Decision.Draft<Usd> draft =
                Decision.derived(id, total, total + " a month").from(nodes);
        for (Setting<String> region : environment.azure().regions()) {
            Prices.Region prices = catalog.prices().regions().get(region.value());
            if (prices != null) {
                draft.from(region);
                draft.from(
                        prices.citation(),
                        pool.size().name(),
                        "$" + hourly(region, pool).digits(3) + " an hour");
            }
        }
        return draft.by(String.join(" + ", terms));
    }

    /** Says where the size of a pool is not offered. */
    void check(Resolved.Pool pool, Problems problems) {
        for (Setting<String> region : environment.azure().regions()) {
            boolean known = catalog.prices().regions().containsKey(region.value());
            if (known
                    && catalog.prices()
                            .hourly(region.value(), pool.size().name())
                            .isEmpty()) {
                problems.add(
                        Code.SIZE_NOT_IN_REGION,
                        pool.pool().size().isPinned() ? pool.pool().size().at() : region.at(),
                        "`" + pool.size().name() + "` has no price in `" + region.value()
                                + "`: it is not offered there",
                        "offered there: " + offered(region.value())
                                + "; or add its price to values/catalog/prices.yaml");
            }
        }
    }

    private String offered(String region) {
        List<String> sizes = catalog.gpuSizes().keySet().stream()
                .filter(size -> catalog.prices().hourly(region, size).isPresent())
                .toList();
        return sizes.isEmpty() ? "no GPU size" : String.join(", ", sizes);
    }

    private Usd hourly(Setting<String> region, Resolved.Pool pool) {
        return catalog.prices().hourly(region.value(), pool.size().name()).orElse(new Usd(0));
    }
}
