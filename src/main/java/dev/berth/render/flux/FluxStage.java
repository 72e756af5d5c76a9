package dev.berth.render.flux;

import dev.berth.model.Engine;
import dev.berth.plan.Plan;
import java.util.List;
import java.util.Optional;

/**
 * A step in the order in which Flux installs: a Kustomization and the folder that it takes in.
 *
 * @param name of the Kustomization and of its folder
 * @param purpose for the comment at its head
 * @param after the step that has to be healthy before
 * @param releases the HelmReleases in the folder; the step is healthy when they are
 * @param others what else the folder holds
 */
public record FluxStage(
        String name, String purpose, Optional<String> after, List<String> releases, List<String> others) {

    /** The steps of an environment, in their order; KEDA is installed only where something is scaled by it. */
    static List<FluxStage> of(Plan plan) {
        List<String> platform = plan.environment().isScaledBy(Engine.KEDA)
                ? List.of("keda", "kube-prometheus-stack", "nvidia-device-plugin")
                : List.of("kube-prometheus-stack", "nvidia-device-plugin");
        return List.of(
                new FluxStage(
                        "platform",
                        "What the later steps stand on: Prometheus with its custom resources, and the GPUs as a resource.",
                        Optional.empty(),
                        platform,
                        List.of("grafana-clusterrole")),
                new FluxStage(
                        "observability",
                        "The way of a metric: exporter, rules, and the API that the autoscalers ask.",
                        Optional.of("platform"),
                        List.of("dcgm-exporter", "observability", "prometheus-adapter"),
                        List.of()),
                new FluxStage(
                        "apps",
                        "What people use.",
                        Optional.of("observability"),
                        plan.router()
                                .map(router -> List.of("ollama", "model-router", "open-webui"))
                                .orElse(List.of("ollama", "open-webui")),
                        List.of()));
    }
}
