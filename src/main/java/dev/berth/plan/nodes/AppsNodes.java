package dev.berth.plan.nodes;

import dev.berth.catalog.VmSize;
import dev.berth.catalog.Workload;
import dev.berth.catalog.Workload.RunsOn;
import dev.berth.model.Bounds;
import dev.berth.model.Gib;
import dev.berth.model.MilliCpu;
import dev.berth.model.Setting;
import dev.berth.plan.decision.Counted;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.webui.WebUiPlan;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Derives how many nodes the CPU pool needs: what runs there, packed by its requests. */
record AppsNodes(Decision<Integer> min, Decision<Integer> max) {

    private static final String ID = "pool.apps.nodes.";

    /** One node may be drained at any time, and what keeps two replicas spreads them. */
    private static final int LEAST = 2;

    /** @param size that the environment names */
    static AppsNodes of(
            VmSize size,
            Setting<String> named,
            Bounds bounds,
            WebUiPlan webUi,
            Collection<Workload> workloads,
            Problems problems) {
        NodeRoom room = NodeRoom.of(size, workloads);
        if (!room.takes(webUi.cpuRequest().value(), webUi.memoryRequest().value())
                || workloads.stream()
                        .filter(workload -> workload.runsOn() == RunsOn.APPS)
                        .anyMatch(workload -> !room.takes(workload.cpu(), workload.memory()))) {
            problems.add(
                    Code.NODE_TOO_SMALL,
                    named.at(),
                    "a node of size `" + size.name() + "` has " + room + " beside its DaemonSets, "
                            + "which is too little for what runs on pool `apps`",
                    "take a larger size");
            return new AppsNodes(fixed("min"), fixed("max"));
        }
        Decision<Integer> min = nodes("min", room, webUi, webUi.minReplicas(), workloads);
        Decision<Integer> most = nodes("most", room, webUi, webUi.maxReplicas(), workloads);
        Decision<Integer> max = Decision.derived(ID + "max", most.value(), most.shown())
                .from(most)
                .by(most.formula())
                .unless(bounds.max(), Counted::nodes);
        bounds.max()
                .filter(pinned -> pinned.value() < most.value())
                .ifPresent(pinned -> problems.add(
                        Code.TOO_FEW_NODES,
                        pinned.at(),
                        "`" + pinned.path() + "` is " + pinned.value() + ", what runs on pool `apps` may need "
                                + most.value() + " (" + most.formula() + ")",
                        "write " + most.value() + " or more, or lower `webui.replicas.max`"));
        Decision<Integer> kept = min.unless(bounds.min(), Counted::nodes);
        return new AppsNodes(kept, max.value() >= kept.value() ? max : raised(kept));
    }

    /** The pool's own smallest number is above what is needed. */
    private static Decision<Integer> raised(Decision<Integer> min) {
        return Decision.derived(ID + "max", min.value(), min.shown()).from(min).by("the pool keeps " + min.shown());
    }

    private static Decision<Integer> fixed(String bound) {
        return Decision.derived(ID + bound, LEAST, Counted.nodes(LEAST)).by("at least " + LEAST);
    }

    private static Decision<Integer> nodes(
            String bound, NodeRoom room, WebUiPlan webUi, Decision<Integer> replicas, Collection<Workload> workloads) {
        List<NodeRoom.Pod> pods = Stream.concat(
                        workloads.stream()
                                .filter(workload -> workload.runsOn() == RunsOn.APPS)
                                .flatMap(workload -> copies(workload.cpu(), workload.memory(), workload.replicas())),
                        copies(webUi.cpuRequest().value(), webUi.memoryRequest().value(), replicas.value()))
                .toList();
        int needed = Math.max(LEAST, room.nodesFor(pods));
        Decision.Draft<Integer> draft = Decision.derived(ID + bound, needed, Counted.nodes(needed))
                .from(replicas)
                .from(webUi.cpuRequest())
                .from(webUi.memoryRequest());
        workloads.stream()
                .filter(workload -> workload.runsOn() == RunsOn.APPS)
                .forEach(workload -> draft.from(workload.citation(), "requests", workload));
        return draft.by(pods.size() + " containers with " + total(pods) + ", of them " + replicas.value()
                + " of Open WebUI, packed on nodes with " + room + ", at least " + LEAST);
    }

    private static String total(List<NodeRoom.Pod> pods) {
        MilliCpu cpu = pods.stream().map(NodeRoom.Pod::cpu).reduce(new MilliCpu(0), MilliCpu::plus);
        Gib memory = pods.stream().map(NodeRoom.Pod::memory).reduce(new Gib(0), Gib::plus);
        return cpu + " and " + memory.digits(1) + " GiB";
    }

    private static Stream<NodeRoom.Pod> copies(MilliCpu cpu, Gib memory, int replicas) {
        return Stream.generate(() -> new NodeRoom.Pod(cpu, memory)).limit(replicas);
    }
}
