package dev.berth.catalog;

import dev.berth.catalog.Prices.Price;
import dev.berth.model.Usd;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Prices of one region.
 *
 * @param sizes of VMs, by the hour
 * @param monthly what services cost there
 */
public record RegionPrices(Map<String, Price> sizes, Map<Service, Fact<Usd>> monthly, Optional<FilesPrice> files) {

    /** These prices with others in their place or added, one by one. */
    RegionPrices with(RegionPrices others) {
        Map<String, Price> allSizes = new TreeMap<>(sizes);
        allSizes.putAll(others.sizes);
        Map<Service, Fact<Usd>> allMonthly = new TreeMap<>(monthly);
        allMonthly.putAll(others.monthly);
        return new RegionPrices(allSizes, allMonthly, others.files.or(() -> files));
    }
}
