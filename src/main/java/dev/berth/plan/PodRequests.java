package dev.berth.plan;

import dev.berth.catalog.GpuSize;
import dev.berth.catalog.PlatformFacts.Reserve;
import dev.berth.model.Gib;

/** Derives what a replica requests: its share of a node after the DaemonSets have theirs. */
record PodRequests(Decision<Integer> cpuMillis, Decision<Gib> memory) {

    private static final int CPU_STEP_MILLIS = 10;

    static PodRequests of(String group, GpuSize size, Reserve reserve) {
        int cpu = (size.allocatableCpuMillis() - reserve.cpuMillis()) / size.gpus() / CPU_STEP_MILLIS * CPU_STEP_MILLIS;
        double memory =
                Math.floor((size.allocatableMemory().amount() - reserve.memory().amount()) / size.gpus() + 1e-9);
        String id = "group." + group + ".requests.";
        return new PodRequests(
                Decision.derived(id + "cpu", cpu, cpu + "m")
                        .from(size.citation(), "allocatable CPU", size.allocatableCpuMillis() + "m")
                        .from(reserve.citation(), "DaemonSets", reserve.cpuMillis() + "m")
                        .by("(allocatable " + size.allocatableCpuMillis() + "m - DaemonSets " + reserve.cpuMillis()
                                + "m) / replicas on a node " + size.gpus()),
                Decision.derived(id + "memory", new Gib(memory), new Gib(memory).digits(0) + " GiB")
                        .from(size.citation(), "allocatable memory", size.allocatableMemory())
                        .from(reserve.citation(), "DaemonSets", reserve.memory().digits(2) + " GiB")
                        .by("(allocatable " + size.allocatableMemory().digits(2) + " - DaemonSets "
                                + reserve.memory().digits(2) + ") / replicas on a node " + size.gpus()
                                + ", whole GiB"));
    }
}
