package dev.berth.catalog;

import dev.berth.model.Usd;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** Prices of one hour of a VM size, by region. */
public record Prices(SortedMap<String, Region> regions) {

    /** A size without a price is not offered in the region. */
    public record Region(Map<String, Usd> hourly, Citation citation) {}

    public Optional<Usd> hourly(String region, String size) {
        return Optional.ofNullable(regions.get(region))
                .flatMap(row -> Optional.ofNullable(row.hourly().get(size)));
    }
}
