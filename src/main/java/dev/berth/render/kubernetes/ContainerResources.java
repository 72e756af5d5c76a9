package dev.berth.render.kubernetes;

import dev.berth.catalog.Workload;
import dev.berth.plan.Plan;
import java.util.Objects;

/** What a container requests, and its memory limit. */
public record ContainerResources(String cpu, String memory, String memoryLimit) {

    public static ContainerResources of(Plan plan, String workload) {
        return of(Objects.requireNonNull(plan.workloads().get(workload), workload));
    }

    public static ContainerResources of(Workload workload) {
        return new ContainerResources(
                workload.cpu().toString(),
                KubernetesText.memory(workload.memory()),
                KubernetesText.memory(workload.memoryLimit()));
    }
}
