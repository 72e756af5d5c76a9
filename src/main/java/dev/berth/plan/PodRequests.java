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
        int replicas = group.pool().replicasPerNode();
        MilliCpu cpu = CPU_STEP.times(
                steps(size.allocatableCpu().amount() - reserve.cpu().amount(), replicas, CPU_STEP.amount()));
        Gib memory = MEMORY_STEP.times(
                steps(size.allocatableMemory().amount() - reserve.memory().amount(), replicas, MEMORY_STEP.amount()));
        if (cpu.compareTo(CPU_STEP) < 0 || memory.compareTo(MEMORY_STEP) < 0) {
            problems.add(
                    Code.NODE_TOO_SMALL,
                    group.pool().pool().size().at(),
                    "a node of size `" + size.name() + "` has " + size.allocatableCpu() + " CPU and "
                            + size.allocatableMemory() + " allocatable, which leaves nothing for "
                            + ReplicaBounds.replicas(replicas) + " beside the DaemonSets",
                    "take a larger size, or correct `allocatable` in values/catalog/gpu-sizes.yaml");
        }
        String id = "group." + group.group().name() + ".requests.";
        return new PodRequests(
                shared(
                        Decision.derived(id + "cpu", cpu, cpu.toString())
                                .from(size.citation(), "allocatable CPU", size.allocatableCpu())
                                .from(reserve.citation(), "DaemonSets", reserve.cpu()),
                        group,
                        "(allocatable " + size.allocatableCpu() + " - DaemonSets " + reserve.cpu()
                                + ") / replicas on a node " + replicas),
                shared(
                        Decision.derived(id + "memory", memory, memory.digits(0) + " GiB")
                                .from(
                                        size.citation(),
                                        "allocatable memory",
                                        size.allocatableMemory().digits(2) + " GiB")
                                .from(
                                        reserve.citation(),
                                        "DaemonSets",
                                        reserve.memory().digits(2) + " GiB"),
                        group,
                        "(allocatable " + size.allocatableMemory().digits(2) + " - DaemonSets "
                                + reserve.memory().digits(2) + ") / replicas on a node " + replicas + ", whole GiB"));
    }

    private static <T> Decision<T> shared(Decision.Draft<T> draft, Resolved.ServingGroup group, String formula) {
        group.pool().slices().ifPresent(draft::from);
        return draft.by(formula);
    }

    private static double steps(double available, int replicas, double step) {
        return Math.floor(available / replicas / step + DUST);
    }
}
