package dev.berth.load;

import dev.berth.catalog.VmSize;
import dev.berth.catalog.Workload;
import dev.berth.catalog.Workload.RunsOn;
import dev.berth.model.Gib;
import dev.berth.model.MilliCpu;
import dev.berth.source.Problems;
import dev.berth.yaml.YamlNode;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the nodes without GPUs and what runs on them. Both are built in: their problems are seen by the tests. */
final class WorkloadTables {

    private WorkloadTables() {}

    static SortedMap<String, VmSize> vmSizes(YamlNode tree) {
        Fields file = Fields.root(tree);
        return rows(file, "sizes", row -> {
            Fields allocatable = row.child("allocatable");
            return new VmSize(
                    row.text("name").value(),
                    row.whole("vcpu").value(),
                    new Gib(row.decimal("memoryGib")),
                    new MilliCpu(allocatable.decimal("cpuMillis")),
                    new Gib(allocatable.decimal("memoryGib")),
                    new Sources(file, new Problems()).cite(row.text("name").value(), row));
        });
    }

    static SortedMap<String, Workload> workloads(YamlNode tree) {
        Fields file = Fields.root(tree);
        return rows(
                file,
                "workloads",
                row -> new Workload(
                        row.text("name").value(),
                        row.choice("runsOn", RunsOn::of).value(),
                        row.whole("replicas").value(),
                        new MilliCpu(row.decimal("cpuMillis")),
                        Gib.ofMib(row.decimal("memoryMib")),
                        Gib.ofMib(row.decimal("memoryLimitMib")),
                        new Sources(file, new Problems()).cite(row.text("name").value(), row)));
    }

    private static <T> SortedMap<String, T> rows(Fields file, String key, java.util.function.Function<Fields, T> read) {
        return new TreeMap<>(new NamedRows(new Problems()).byName(file.list(key, row -> row), read));
    }
}
