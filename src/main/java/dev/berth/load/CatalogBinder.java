package dev.berth.load;

import dev.berth.catalog.Citation;
import dev.berth.catalog.GpuSize;
import dev.berth.catalog.LlmModel;
import dev.berth.catalog.LlmModel.DocumentFigures;
import dev.berth.catalog.Prices;
import dev.berth.model.Basis;
import dev.berth.model.Gib;
import dev.berth.model.Range;
import dev.berth.model.Setting;
import dev.berth.model.Usd;
import dev.berth.source.Code;
import dev.berth.source.Nearest;
import dev.berth.source.Problems;
import dev.berth.yaml.YamlNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the tables that a user can override: models, GPU sizes, prices. */
final class CatalogBinder {

    private final Problems problems;

    CatalogBinder(Problems problems) {
        this.problems = problems;
    }

    SortedMap<String, LlmModel> models(YamlNode tree) {
        Fields file = Fields.root(tree);
        SortedMap<String, LlmModel> models = new TreeMap<>();
        file.list("models", row -> model(file, row)).forEach(model -> models.put(model.name(), model));
        return models;
    }

    private LlmModel model(Fields file, Fields row) {
        return new LlmModel(
                row.text("name").value(),
                row.words("aliases", word -> word).stream().map(Setting::value).toList(),
                row.text("digest").value(),
                row.text("family").value(),
                row.text("quantization").value(),
                Gib.ofBytes(row.decimal("weights")),
                row.whole("layers").value(),
                row.whole("heads").value(),
                row.whole("kvHeads").value(),
                row.whole("headDimension").value(),
                row.whole("embeddingLength").value(),
                row.whole("contextLimit").value(),
                row.flag("embedding"),
                row.optionalChild("document")
                        .map(said -> new DocumentFigures(said.decimal("sizeGb"), said.decimal("inUseGb"))),
                cite(file, row));
    }

    SortedMap<String, GpuSize> gpuSizes(YamlNode tree) {
        Fields file = Fields.root(tree);
        Map<String, GpuSize.Gpu> gpus = new HashMap<>();
        file.list("gpus", row -> gpu(file, row)).forEach(gpu -> gpus.put(gpu.name(), gpu));
        SortedMap<String, GpuSize> sizes = new TreeMap<>();
        file.list("sizes", row -> gpuSize(file, row, gpus))
                .forEach(size -> size.ifPresent(known -> sizes.put(known.name(), known)));
        return sizes;
    }

    private GpuSize.Gpu gpu(Fields file, Fields row) {
        Basis basis = row.choice("basis", word -> word.equals("measured") ? Basis.MEASURED : Basis.DERIVED)
                .value();
        return new GpuSize.Gpu(
                row.text("name").value(),
                row.decimal("nominalGb"),
                range(row, "usableGib", basis),
                range(row, "dcgmGib", basis),
                cite(file, row));
    }

    private Range<Gib> range(Fields row, String key, Basis basis) {
        List<Setting<Double>> figures = row.words(key, Double::valueOf);
        double low = figures.get(0).value();
        double mid = figures.get(1).value();
        double high = figures.get(2).value();
        if (low > mid || mid > high) {
            problems.add(
                    Code.WRONG_VALUE,
                    figures.get(0).at(),
                    "`" + key + "` of `" + row.text("name").value()
                            + "` does not rise, the least, the likely and the most were expected",
                    "write them in this order, for example `[14.5, 14.6, 14.7]`");
            return new Range<>(new Gib(low), new Gib(low), new Gib(low), basis);
        }
        return new Range<>(new Gib(low), new Gib(mid), new Gib(high), basis);
    }

    private Optional<GpuSize> gpuSize(Fields file, Fields row, Map<String, GpuSize.Gpu> gpus) {
        Setting<String> gpuName = row.text("gpu");
        GpuSize.Gpu gpu = gpus.get(gpuName.value());
        if (gpu == null) {
            problems.add(
                    Code.WRONG_VALUE,
                    gpuName.at(),
                    "the GPU `" + gpuName.value() + "` is not in the catalogue",
                    Nearest.hint(gpuName.value(), new TreeMap<>(gpus).keySet()));
            return Optional.empty();
        }
        Fields allocatable = row.child("allocatable");
        return Optional.of(new GpuSize(
                row.text("name").value(),
                row.whole("vcpu").value(),
                new Gib(row.decimal("memoryGib")),
                row.whole("gpus").value(),
                gpu,
                allocatable.whole("cpuMillis").value(),
                new Gib(allocatable.decimal("memoryGib")),
                cite(file, row)));
    }

    Prices prices(YamlNode tree) {
        Fields file = Fields.root(tree);
        SortedMap<String, Prices.Region> regions = new TreeMap<>();
        for (Fields row : file.list("regions", row -> row)) {
            Fields hourly = row.child("usdPerHour");
            Map<String, Usd> prices = new LinkedHashMap<>();
            hourly.mapping().entries().keySet().forEach(size -> prices.put(size, new Usd(hourly.decimal(size))));
            regions.put(row.text("name").value(), new Prices.Region(prices, cite(file, row)));
        }
        return new Prices(regions);
    }

    private Citation cite(Fields file, Fields row) {
        String name =
                row.optionalText("name").map(Setting::value).orElse(row.path().toString());
        Setting<String> source = row.text("source");
        Optional<Fields> cited = file.child("sources").optionalChild(source.value());
        if (cited.isEmpty()) {
            problems.add(
                    Code.WRONG_VALUE,
                    source.at(),
                    "the source `" + source.value() + "` is not among the sources of the catalogue",
                    "add it under `sources:` with its text and date");
            return new Citation(name, row.mapping().span(), source.value(), "");
        }
        return new Citation(
                name,
                row.mapping().span(),
                cited.get().text("text").value(),
                cited.get().text("date").value());
    }
}
