package dev.berth.load;

import dev.berth.catalog.VmSize;
import dev.berth.catalog.Workload;
import dev.berth.catalog.Workload.Only;
import dev.berth.catalog.Workload.RunsOn;
import dev.berth.model.Gib;
import dev.berth.model.MilliCpu;
import dev.berth.yaml.YamlNode;
import java.util.SortedMap;

/** Reads the nodes without GPUs and what runs on them. */
final class WorkloadTables {

    private WorkloadTables() {}

    static SortedMap<String, VmSize> vmSizes(YamlNode tree) {
        BuiltInFile file = new BuiltInFile(tree);
        return file.table("sizes", row -> {
            Fields allocatable = row.child("allocatable");
            return new VmSize(
                    row.text("name").value(),
                    row.text("family").value(),
                    row.whole("vcpu").value(),
                    new Gib(row.decimal("memoryGib")),
                    new MilliCpu(allocatable.decimal("cpuMillis")),
                    new Gib(allocatable.decimal("memoryGib")),
                    file.cite(row.text("name").value(), row));
        });
    }

    static SortedMap<String, Workload> workloads(YamlNode tree) {
        BuiltInFile file = new BuiltInFile(tree);
        return file.table(
                "workloads",
                row -> new Workload(
                        row.text("name").value(),
                        row.choice("runsOn", RunsOn::of).value(),
                        row.whole("replicas").value(),
                        new MilliCpu(row.decimal("cpuMillis")),
                        Gib.ofMib(row.decimal("memoryMib")),
                        Gib.ofMib(row.decimal("memoryLimitMib")),
                        row.optionalText("only").map(word -> Only.of(word.value())),
                        file.cite(row.text("name").value(), row)));
    }
}
