package dev.berth.load;

import dev.berth.catalog.GpuSize;
import dev.berth.catalog.GpuSize.Gpu;
import dev.berth.model.Basis;
import dev.berth.model.Gib;
import dev.berth.model.MilliCpu;
import dev.berth.model.Range;
import dev.berth.model.Setting;
import dev.berth.model.Throughput;
import dev.berth.source.Code;
import dev.berth.source.Nearest;
import dev.berth.source.Problems;
import dev.berth.yaml.YamlNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the GPUs and the VM sizes of a catalogue file. */
final class GpuTable {

    private final Fields file;
    private final Sources sources;
    private final Problems problems;

    private GpuTable(YamlNode tree, Problems problems) {
        this.file = Fields.root(tree);
        this.sources = new Sources(file, problems);
        this.problems = problems;
    }

    /** The sizes of the files by name; a later file replaces rows of the same name. */
    static SortedMap<String, GpuSize> read(List<YamlNode> files, Problems problems) {
        SortedMap<String, Gpu> gpus = new TreeMap<>();
        SortedMap<String, GpuSize> sizes = new TreeMap<>();
        for (YamlNode tree : files) {
            GpuTable table = new GpuTable(tree, problems);
            gpus.putAll(table.gpus());
            table.sizes(gpus).values().forEach(size -> size.ifPresent(known -> sizes.put(known.name(), known)));
        }
        return sizes;
    }

    private Map<String, Gpu> gpus() {
        return new NamedRows(problems).byName(file.list("gpus", row -> row), this::gpu);
    }

    private Gpu gpu(Fields row) {
        Basis basis = row.choice("basis", Basis::of).value();
        Range<Gib> usable = range(row, "usableGib", basis);
        Range<Gib> dcgm = range(row, "dcgmGib", basis);
        if (dcgm.mid().compareTo(usable.mid()) < 0) {
            problems.add(
                    Code.OUT_OF_RANGE,
                    row.mapping().keySpan("dcgmGib"),
                    "`" + row.path().key("dcgmGib")
                            + "` is less than `usableGib`: DCGM sees all that a process can use",
                    "write used + free, as DCGM shows them on an idle GPU");
        }
        return new Gpu(
                row.text("name").value(),
                row.decimal("nominalGb"),
                usable,
                dcgm,
                sources.cite(row.text("name").value(), row));
    }

    /** More would be planned for than there is. */
    private void atMost(Fields fields, String key, double most) {
        if (fields.decimal(key) > most) {
            problems.add(
                    Code.OUT_OF_RANGE,
                    fields.mapping().keySpan(key),
                    "`" + fields.path().key(key) + "` is more than the node has, "
                            + BigDecimal.valueOf(most).stripTrailingZeros().toPlainString(),
                    "write what pods can request of it");
        }
    }

    private Range<Gib> range(Fields row, String key, Basis basis) {
        return new Figures(problems).range(row, row.text("name").value(), key, basis, Gib::new);
    }

    private Map<String, Optional<GpuSize>> sizes(SortedMap<String, Gpu> gpus) {
        return new NamedRows(problems).byName(file.list("sizes", row -> row), row -> size(row, gpus));
    }

    private Optional<GpuSize> size(Fields row, SortedMap<String, Gpu> gpus) {
        Setting<String> gpuName = row.text("gpu");
        Gpu gpu = gpus.get(gpuName.value());
        if (gpu == null) {
            problems.add(
                    Code.WRONG_VALUE,
                    gpuName.at(),
                    "the GPU `" + gpuName.value() + "` is not in the catalogue",
                    Nearest.hint(gpuName.value(), gpus.keySet()));
            return Optional.empty();
        }
        Fields allocatable = row.child("allocatable");
        atMost(allocatable, "cpuMillis", 1000.0 * row.whole("vcpu").value());
        atMost(allocatable, "memoryGib", row.decimal("memoryGib"));
        return Optional.of(new GpuSize(
                row.text("name").value(),
                row.text("family").value(),
                row.whole("vcpu").value(),
                new Gib(row.decimal("memoryGib")),
                row.whole("gpus").value(),
                gpu,
                Throughput.ofMbps(row.whole("nicMbps").value()),
                new MilliCpu(allocatable.decimal("cpuMillis")),
                new Gib(allocatable.decimal("memoryGib")),
                sources.cite(row.text("name").value(), row)));
    }
}
