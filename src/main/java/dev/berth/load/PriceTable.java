package dev.berth.load;

import dev.berth.catalog.Citation;
import dev.berth.catalog.Prices;
import dev.berth.catalog.Prices.Price;
import dev.berth.model.Usd;
import dev.berth.source.Code;
import dev.berth.source.Nearest;
import dev.berth.source.Problems;
import dev.berth.yaml.YamlNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
     * The prices of the files; a later file replaces and adds prices, size by size.
     *
     * @param sizes names of all GPU sizes
     */
    static Prices read(List<YamlNode> files, Set<String> sizes, Problems problems) {
        Prices prices = new Prices(new TreeMap<>());
        for (YamlNode tree : files) {
            prices = prices.with(new PriceTable(tree, sizes, problems).prices());
        }
        return prices;
    }

    private Prices prices() {
        return new Prices(
                new TreeMap<>(new NamedRows(problems).byName(file.list("regions", row -> row), this::region)));
    }

    private Map<String, Price> region(Fields row) {
        Citation citation = sources.cite(row.text("name").value(), row);
        Fields hourly = row.child("usdPerHour");
        Map<String, Price> prices = new TreeMap<>();
        for (String size : hourly.mapping().entries().keySet()) {
            if (!sizes.contains(size)) {
                problems.add(
                        Code.UNKNOWN_SIZE,
                        hourly.mapping().keySpan(size),
                        "the GPU size `" + size + "` is not known",
                        Nearest.hint(size, sizes) + "; `values/catalog/gpu-sizes.yaml` can add it");
            }
            prices.put(size, new Price(new Usd(hourly.decimal(size)), citation));
        }
        return prices;
    }
}
