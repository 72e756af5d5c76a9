package dev.berth.plan.replicas;

import dev.berth.catalog.GpuSize;
import dev.berth.catalog.PlatformFacts.Reserve;
import dev.berth.catalog.Workload;
import dev.berth.catalog.Workload.RunsOn;
import dev.berth.model.Gib;
import dev.berth.model.MilliCpu;
import dev.berth.plan.decision.Counted;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.resolve.Resolved;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import java.util.Collection;
import java.util.List;

/** Derives what a replica requests: its share of a node after the DaemonSets, and what runs beside it, have theirs. */
public record PodRequests(Decision<MilliCpu> cpu, Decision<Gib> memory) {

    private static final MilliCpu CPU_STEP = new MilliCpu(10);
    private static final Gib MEMORY_STEP = new Gib(0.25);

    /** No model is served with less. */
    private static final Gib LEAST_MEMORY = new Gib(1);

    /** Subtracting decimal fractions leaves dust: this much below a step counts as the step. */
    private static final double DUST = 1e-9;

    public static PodRequests of(
            Resolved.ServingGroup group, Reserve reserve, Collection<Workload> workloads, Problems problems) {
        List<Workload> beside = workloads.stream()
                .filter(workload -> workload.runsOn() == RunsOn.REPLICA)
                .toList();
        MilliCpu besideCpu = beside.stream().map(Workload::cpu).reduce(new MilliCpu(0), MilliCpu::plus);
        Gib besideMemory = beside.stream().map(Workload::memory).reduce(new Gib(0), Gib::plus);
        GpuSize size = group.pool().size();
        int replicas = group.pool().replicasPerNode();
        MilliCpu cpu = CPU_STEP.times(steps(
                (size.allocatableCpu().amount() - reserve.cpu().amount()) / replicas - besideCpu.amount(),
                CPU_STEP.amount()));
        Gib memory = MEMORY_STEP.times(steps(
                (size.allocatableMemory().amount() - reserve.memory().amount()) / replicas - besideMemory.amount(),
                MEMORY_STEP.amount()));
        if (cpu.compareTo(CPU_STEP) < 0 || memory.compareTo(LEAST_MEMORY) < 0) {
            problems.add(
                    Code.NODE_TOO_SMALL,
                    group.pool().pool().size().at(),
                    "a node of size `" + size.name() + "` has " + size.allocatableCpu() + " CPU and "
                            + size.allocatableMemory() + " allocatable, which leaves nothing for "
                            + Counted.replicas(replicas) + " beside the DaemonSets",
                    "take a larger size, or correct `allocatable` in values/catalog/gpu-sizes.yaml");
        }
        String id = "group." + group.group().name() + ".requests.";
        return new PodRequests(
                shared(
                        Decision.derived(id + "cpu", cpu, cpu.toString())
                                .from(size.citation(), "allocatable CPU", size.allocatableCpu())
                                .from(reserve.citation(), "DaemonSets", reserve.cpu()),
                        beside,
                        group,
                        "(allocatable " + size.allocatableCpu() + " - DaemonSets " + reserve.cpu()
                                + ") / replicas on a node " + replicas + " - beside the server " + besideCpu),
                shared(
                        Decision.derived(id + "memory", memory, memory.toString())
                                .from(
                                        size.citation(),
                                        "allocatable memory",
                                        size.allocatableMemory().digits(2) + " GiB")
                                .from(
                                        reserve.citation(),
                                        "DaemonSets",
                                        reserve.memory().digits(2) + " GiB"),
                        beside,
                        group,
                        "(allocatable " + size.allocatableMemory().digits(2) + " - DaemonSets "
                                + reserve.memory().digits(2) + ") / replicas on a node " + replicas
                                + " - beside the server " + besideMemory.digits(2) + ", whole quarters of a GiB"));
    }

    private static <T> Decision<T> shared(
            Decision.Draft<T> draft, List<Workload> beside, Resolved.ServingGroup group, String formula) {
        beside.forEach(workload -> draft.from(workload.citation(), "beside the server", workload));
        group.pool().slices().ifPresent(draft::from);
        return draft.by(formula);
    }

    private static double steps(double available, double step) {
        return Math.floor(available / step + DUST);
    }
}
