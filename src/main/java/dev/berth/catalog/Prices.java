package dev.berth.catalog;

import dev.berth.model.Usd;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Prices of VM sizes, by region and size. A size without a price is not offered in the region.
 */
public record Prices(SortedMap<String, Map<String, Price>> regions) {

    /** @param hourly of one node, Linux, pay as you go */
    public record Price(Usd hourly, Citation citation) {}

    public Optional<Price> of(String region, String size) {
        return Optional.ofNullable(regions.get(region)).flatMap(prices -> Optional.ofNullable(prices.get(size)));
    }

    /** These prices with others in their place or added, size by size. */
    public Prices with(Prices others) {
        SortedMap<String, Map<String, Price>> merged = new TreeMap<>();
        regions.forEach((region, prices) -> merged.put(region, new TreeMap<>(prices)));
        others.regions.forEach((region, prices) ->
                merged.computeIfAbsent(region, name -> new TreeMap<>()).putAll(prices));
        return new Prices(merged);
    }
}
