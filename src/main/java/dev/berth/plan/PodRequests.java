package dev.berth.plan;

import dev.berth.catalog.GpuSize;
import dev.berth.catalog.PlatformFacts.Reserve;
import dev.berth.model.Gib;
import dev.berth.model.MilliCpu;
import dev.berth.plan.decision.Decision;
import dev.berth.source.Code;
import dev.berth.source.Problems;

/** Derives what a replica requests: its share of a node after the DaemonSets have theirs. */
record PodRequests(Decision<MilliCpu> cpu, Decision<Gib> memory) {

    private static final MilliCpu CPU_STEP = new MilliCpu(10);
    private static final Gib MEMORY_STEP = new Gib(1);

    /** Subtracting decimal fractions leaves dust: this much below a step counts as the step. */
    private static final double DUST = 1e-9;

    static PodRequests of(Resolved.ServingGroup group, Reserve reserve, Problems problems) {
        GpuSize size = group.pool().size();
        MilliCpu cpu = CPU_STEP.times(
                steps(size.allocatableCpu().amount() - reserve.cpu().amount(), size, CPU_STEP.amount()));
        Gib memory = MEMORY_STEP.times(
                steps(size.allocatableMemory().amount() - reserve.memory().amount(), size, MEMORY_STEP.amount()));
        if (cpu.compareTo(CPU_STEP) < 0 || memory.compareTo(MEMORY_STEP) < 0) {
            problems.add(
                    Code.NODE_TOO_SMALL,
                    group.pool().pool().size().at(),
                    "a node of size `" + size.name() + "` has " + size.allocatableCpu() + " CPU and "
                            + size.allocatableMemory() + " allocatable, which leaves nothing for "
                            + ReplicaBounds.replicas(size.gpus()) + " beside the DaemonSets",
                    "take a larger size, or correct `allocatable` in values/catalog/gpu-sizes.yaml");
        }
        String id = "group." + group.group().name() + ".requests.";
        return new PodRequests(
                Decision.derived(id + "cpu", cpu, cpu.toString())
                        .from(size.citation(), "allocatable CPU", size.allocatableCpu())
                        .from(reserve.citation(), "DaemonSets", reserve.cpu())
                        .by("(allocatable " + size.allocatableCpu() + " - DaemonSets " + reserve.cpu()
                                + ") / replicas on a node " + size.gpus()),
                Decision.derived(id + "memory", memory, memory.digits(0) + " GiB")
                        .from(
                                size.citation(),
                                "allocatable memory",
                                size.allocatableMemory().digits(2) + " GiB")
                        .from(reserve.citation(), "DaemonSets", reserve.memory().digits(2) + " GiB")
                        .by("(allocatable " + size.allocatableMemory().digits(2) + " - DaemonSets "
                                + reserve.memory().digits(2) + ") / replicas on a node " + size.gpus()
                                + ", whole GiB"));
    }

    private static double steps(double available, GpuSize size, double step) {
        return Math.floor(available / size.gpus() / step + DUST);
    }
}
