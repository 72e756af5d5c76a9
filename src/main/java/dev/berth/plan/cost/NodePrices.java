package dev.berth.plan.cost;

import dev.berth.catalog.Catalog;
import dev.berth.catalog.Prices.Price;
import dev.berth.model.Environment;
import dev.berth.model.Setting;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Where the sizes of an environment's pools are offered. */
public final class NodePrices {

    private final Environment environment;
    private final Catalog catalog;

    public NodePrices(Environment environment, Catalog catalog) {
        this.environment = environment;
        this.catalog = catalog;
    }

    /**
     * Says where the size of a pool is not offered.
     *
     * @param others sizes that could take its place
     */
    public void check(Setting<String> size, Collection<String> others, Problems problems) {
        for (Setting<String> region : environment.azure().regions()) {
            if (of(region, size.value()).isEmpty()) {
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
        List<String> sizes =
                others.stream().filter(size -> of(region, size).isPresent()).toList();
        return sizes.isEmpty() ? "none" : String.join(", ", sizes);
    }

    private Optional<Price> of(Setting<String> region, String size) {
        return catalog.prices().of(region.value(), size);
    }
}
