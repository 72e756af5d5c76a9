package dev.berth.catalog;

import dev.berth.model.Usd;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What Azure charges.
 *
 * @param clusterHourly of one AKS cluster with an uptime commitment, in every region
 */
public record Prices(SortedMap<String, RegionPrices> regions, Fact<Usd> clusterHourly) {

    /** @param hourly of one node, Linux, pay as you go */
    public record Price(Usd hourly, Citation citation) {}

    /** The price of a VM size. A size without a price is not offered in the region. */
    public Optional<Price> of(String region, String size) {
        return Optional.ofNullable(regions.get(region))
                .flatMap(prices -> Optional.ofNullable(prices.sizes().get(size)));
    }

    /** What a service costs in a month, where somebody said so. */
    public Optional<Fact<Usd>> monthly(String region, Service service) {
        return Optional.ofNullable(regions.get(region))
                .flatMap(prices -> Optional.ofNullable(prices.monthly().get(service)));
    }

    /** Prices of Azure Files, where they are known. */
    public Optional<FilesPrice> files(String region) {
        return Optional.ofNullable(regions.get(region)).flatMap(RegionPrices::files);
    }

    /** The regions of two price lists; a price of the second takes the place of one of the first. */
    public static SortedMap<String, RegionPrices> merge(
            Map<String, RegionPrices> first, Map<String, RegionPrices> second) {
        SortedMap<String, RegionPrices> merged = new TreeMap<>(first);
        second.forEach((region, prices) -> merged.merge(region, prices, RegionPrices::with));
        return merged;
    }
}
