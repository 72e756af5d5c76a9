package dev.berth.render.chart;

import dev.berth.model.Seconds;
import dev.berth.model.Setting;
import dev.berth.plan.Plan;
import dev.berth.plan.group.GroupPlan;
import dev.berth.plan.routing.Route;
import dev.berth.plan.routing.RouterPlan;
import dev.berth.render.kubernetes.GroupNames;
import dev.berth.render.kubernetes.KubernetesText;
import dev.berth.render.output.Explained;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What the values of chart {@code model-router} say, in the words of the chart.
 *
 * @param holdLooks how often a request looks for a replica that has to start first
 * @param dns address of the cluster's DNS
 * @param answer how long nobody may say anything
 * @param workers whether programs that take messages out of queues ask it too
 */
public record RouterValues(
        String environment,
        String kubeVersion,
        String imageRepository,
        String imageTag,
        Optional<String> gitUrl,
        String pool,
        int replicas,
        Explained<String> dns,
        int holdLooks,
        Explained<Integer> holdStep,
        Explained<Integer> queue,
        Explained<Integer> answer,
        Explained<Integer> drain,
        Explained<Integer> grace,
        int stickSeconds,
        Explained<Integer> requests,
        Explained<Integer> connections,
        long bufferBytes,
        String cpuRequest,
        Explained<String> memory,
        Explained<String> disruption,
        String ollamaVersion,
        boolean workers,
        List<Model> models) {

    /** Each look is a line of the configuration. */
    private static final int HOLD_LOOKS = 300;

    /**
     * @param names that requests may give, in lower case
     * @param replicas that it may be asked from, the best first
     */
    public record Model(
            String name,
            String backend,
            List<String> names,
            Explained<Integer> slots,
            int context,
            List<String> replicas,
            long sizeBytes,
            String digest,
            String family,
            String parameters,
            String quantization) {}

    static RouterValues of(Plan plan) {
        RouterPlan router = plan.router().orElseThrow();
        SortedMap<String, String> backends = router.routes().backends();
        return new RouterValues(
                plan.environment().name(),
                plan.platform().kubernetesVersion().value().orLater(),
                router.facts().image().repository(),
                router.facts().image().tag(),
                plan.environment().gitOps().url().map(Setting::value),
                plan.appsPool().name(),
                router.facts().replicas().value(),
                Explained.of(plan.azure().dns()),
                HOLD_LOOKS,
                Explained.as(plan.timeouts().routerHold(), RouterValues::holdStep),
                Explained.as(plan.timeouts().routerQueue(), Seconds::whole),
                Explained.as(plan.timeouts().client(), Seconds::whole),
                Explained.as(plan.timeouts().drain(), Seconds::whole),
                Explained.as(plan.timeouts().grace(), Seconds::whole),
                plan.ollama().keepAlive().value().whole(),
                Explained.of(router.requests()),
                Explained.of(router.connections()),
                Math.round(router.facts().buffer().value().bytes()),
                router.facts().cpuRequest().value().toString(),
                Explained.as(router.memory(), KubernetesText::memory),
                Explained.reason("one replica at a time: each accepts ", router.connections()),
                plan.platform().ollama().tag(),
                !plan.environment().queues().isEmpty(),
                router.routes().all().stream()
                        .map(route -> model(route, workload(plan, route), backends))
                        .toList());
    }

    private static int holdStep(Seconds hold) {
        return (int) Math.ceil(hold.amount() / HOLD_LOOKS);
    }

    private static String workload(Plan plan, Route route) {
        GroupPlan group = plan.groups().stream()
                .filter(found -> found.name().equals(route.group()))
                .findFirst()
                .orElseThrow();
        return GroupNames.of(group).workload();
    }

    private static Model model(Route route, String workload, SortedMap<String, String> backends) {
        return new Model(
                route.model().name(),
                route.backend(),
                backends.entrySet().stream()
                        .filter(entry -> entry.getValue().equals(route.backend()))
                        .map(Map.Entry::getKey)
                        .toList(),
                Explained.of(route.model().slots()),
                route.model().context().value(),
                route.ordinals().stream()
                        .map(ordinal -> workload + "-" + ordinal)
                        .toList(),
                Math.round(route.model().model().weights().bytes()),
                route.model().model().digest(),
                route.model().model().family(),
                route.model().model().parameters().orElse(""),
                route.model().model().quantization());
    }
}
