package dev.berth.plan.nodes;

import dev.berth.catalog.VmSize;
import dev.berth.catalog.Workload;
import dev.berth.catalog.Workload.RunsOn;
import dev.berth.model.Gib;
import dev.berth.model.MilliCpu;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** What a node without GPUs has left for pods when its DaemonSets have theirs. */
record NodeRoom(MilliCpu cpu, Gib memory) {

    /** What one pod requests. */
    record Pod(MilliCpu cpu, Gib memory) {}

    static NodeRoom of(VmSize size, Collection<Workload> workloads) {
        double cpu = size.allocatableCpu().amount();
        double memory = size.allocatableMemory().amount();
        for (Workload workload : workloads) {
            if (workload.runsOn() == RunsOn.EVERY) {
                cpu -= workload.cpu().amount();
                memory -= workload.memory().amount();
            }
        }
        return new NodeRoom(new MilliCpu(cpu), new Gib(memory));
    }

    boolean takes(MilliCpu podCpu, Gib podMemory) {
        return podCpu.compareTo(cpu) <= 0 && podMemory.compareTo(memory) <= 0;
    }

    /** Nodes that hold the pods, largest memory first, each on the first node with room. */
    int nodesFor(List<Pod> pods) {
        List<NodeRoom> nodes = new ArrayList<>();
        List<Pod> sorted = new ArrayList<>(pods);
        sorted.sort(Comparator.comparing(Pod::memory).thenComparing(Pod::cpu).reversed());
        for (Pod pod : sorted) {
            int node = 0;
            while (node < nodes.size() && !nodes.get(node).takes(pod.cpu, pod.memory)) {
                node++;
            }
            if (node == nodes.size()) {
                nodes.add(this);
            }
            nodes.set(node, nodes.get(node).without(pod));
        }
        return nodes.size();
    }

    private NodeRoom without(Pod pod) {
        return new NodeRoom(cpu.plus(pod.cpu.times(-1)), memory.plus(pod.memory.times(-1)));
    }

    @Override
    public String toString() {
        return cpu + " and " + memory.digits(1) + " GiB";
    }
}
