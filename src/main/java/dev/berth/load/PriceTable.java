package dev.berth.load;

import dev.berth.catalog.Citation;
import dev.berth.catalog.Fact;
import dev.berth.catalog.FilesPrice;
import dev.berth.catalog.Prices;
import dev.berth.catalog.Prices.Price;
import dev.berth.catalog.RegionPrices;
import dev.berth.catalog.Service;
import dev.berth.model.Usd;
import dev.berth.source.Code;
import dev.berth.source.Nearest;
import dev.berth.source.Problems;
import dev.berth.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the prices of a catalogue file. */
final class PriceTable {

    private final Fields file;
    private final Sources sources;
    private final Set<String> sizes;
    private final Problems problems;

    private PriceTable(YamlNode tree, Set<String> sizes, Problems problems) {
        this.sizes = sizes;
        this.file = Fields.root(tree);
        this.sources = new Sources(file, problems);
        this.problems = problems;
    }

    /**
     * The prices of the files; a later file replaces and adds prices, one by one.
     *
     * @param files the built-in one first, which has a price of everything that has no region
     * @param sizes names of all VM sizes
     */
    static Prices read(List<YamlNode> files, Set<String> sizes, Problems problems) {
        SortedMap<String, RegionPrices> regions = new TreeMap<>();
        Optional<Fact<Usd>> cluster = Optional.empty();
        for (YamlNode tree : files) {
            PriceTable table = new PriceTable(tree, sizes, problems);
            regions = Prices.merge(regions, table.regions());
            Optional<Fact<Usd>> known = cluster;
            cluster = table.cluster().or(() -> known);
        }
        return new Prices(regions, cluster.orElseThrow());
    }

    private Optional<Fact<Usd>> cluster() {
        return file.optionalChild("cluster")
                .map(part -> new Fact<>(usd(part, "usdPerHour"), sources.cite("cluster", part)));
    }

    private Map<String, RegionPrices> regions() {
        return new NamedRows(problems).byName(file.list("regions", row -> row), this::region);
    }

    private RegionPrices region(Fields row) {
        Citation citation = sources.cite(row.text("name").value(), row);
        Map<String, Price> hourly = new TreeMap<>();
        row.optionalChild("usdPerHour")
                .ifPresent(prices -> prices.keys().forEach(size -> {
                    checkKnown(size, prices);
                    hourly.put(size, new Price(usd(prices, size), citation));
                }));
        Map<Service, Fact<Usd>> monthly = new TreeMap<>();
        row.optionalChild("usdPerMonth").ifPresent(prices -> {
            for (Service service : Service.values()) {
                prices.decimalSetting(service.key())
                        .ifPresent(price -> monthly.put(service, new Fact<>(new Usd(price.value()), citation)));
            }
        });
        return new RegionPrices(hourly, monthly, row.optionalChild("files").map(this::files));
    }

    private void checkKnown(String size, Fields prices) {
        if (!sizes.contains(size)) {
            problems.add(
                    Code.UNKNOWN_SIZE,
                    prices.mapping().keySpan(size),
                    "the GPU size `" + size + "` is not known",
                    Nearest.hint(size, sizes) + "; `values/catalog/gpu-sizes.yaml` can add it");
        }
    }

    private FilesPrice files(Fields part) {
        return new FilesPrice(
                usd(part, "usdPerGibHour"),
                usd(part, "usdPerIopsHour"),
                part.whole("freeIops").value(),
                usd(part, "usdPerMibpsHour"),
                part.whole("freeMibps").value(),
                sources.cite("Azure Files", part));
    }

    private static Usd usd(Fields part, String key) {
        return new Usd(part.decimal(key));
    }
}
