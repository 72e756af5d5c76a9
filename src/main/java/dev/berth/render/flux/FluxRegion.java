package dev.berth.render.flux;

import dev.berth.catalog.UpstreamChart;
import dev.berth.catalog.UpstreamFacts;
import dev.berth.catalog.Workload;
import dev.berth.files.OutputDirectories;
import dev.berth.files.RelPath;
import dev.berth.model.Engine;
import dev.berth.model.KubernetesVersion;
import dev.berth.plan.Plan;
import dev.berth.plan.group.GroupPlan;
import dev.berth.plan.nodes.PoolPlan;
import dev.berth.render.kubernetes.ContainerResources;
import dev.berth.render.kubernetes.KubernetesText;
import dev.berth.render.kubernetes.TimeSlices;
import dev.berth.render.output.Explained;
import dev.berth.render.output.Templates;
import dev.berth.source.Sha256;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/**
 * What the objects of one region say, in the words of Flux and of the charts of others.
 *
 * @param spot whether some GPU nodes are spot nodes, which AKS taints
 * @param keda whether KEDA scales something
 * @param clock whether schedules write into HorizontalPodAutoscalers
 * @param queues whether it counts messages for that
 * @param timeSlices the ways in which replicas share GPUs; none where each has its own
 */
public record FluxRegion(
        String environment,
        String region,
        KubernetesVersion kubernetesVersion,
        SortedMap<String, UpstreamChart> charts,
        SortedMap<String, Workload> workloads,
        boolean spot,
        boolean keda,
        boolean clock,
        boolean queues,
        Metrics metrics,
        List<TimeSlices> timeSlices,
        String cpuTimeout,
        Explained<String> gpuTimeout,
        Explained<String> modelsTimeout,
        Explained<String> stageTimeout,
        String countersDigest) {

    /** The counters that DCGM exporter is told to read; its pods restart when they change. */
    private static final String COUNTERS_DIGEST =
            Sha256.of(Templates.render("environments/observability/dcgmCounters", Map.of())
                    .text());

    /** How long Prometheus keeps what, on which volumes. */
    public record Metrics(String retention, String retentionSize, String prometheusVolume, String alertmanagerVolume) {

        static Metrics of(UpstreamFacts.Metrics facts) {
            return new Metrics(
                    facts.retentionDays() + "d",
                    facts.prometheusVolume().times(facts.usable()).digits(0) + "GB",
                    KubernetesText.memory(facts.prometheusVolume()),
                    KubernetesText.memory(facts.alertmanagerVolume()));
        }
    }

    static FluxRegion of(Plan plan, String region) {
        UpstreamFacts upstream = plan.upstream();
        return new FluxRegion(
                plan.environment().name(),
                region,
                plan.platform().kubernetesVersion().value(),
                upstream.charts(),
                plan.workloads(),
                plan.pools().stream().anyMatch(PoolPlan::isSpot),
                plan.environment().isScaledBy(Engine.KEDA),
                plan.groups().stream().anyMatch(GroupPlan::hasClock),
                !plan.environment().queues().isEmpty(),
                Metrics.of(upstream.metrics()),
                TimeSlices.of(plan),
                KubernetesText.duration(upstream.cpuReleaseTimeout().value()),
                Explained.as(plan.timeouts().gpuRelease(), KubernetesText::duration),
                Explained.as(plan.timeouts().modelsRelease(), KubernetesText::duration),
                Explained.as(plan.timeouts().stage(), KubernetesText::duration),
                COUNTERS_DIGEST);
    }

    /** Where the region's files are. */
    RelPath directory() {
        return OutputDirectories.environments(environment).resolve(region);
    }

    /** The cluster's name in metrics. */
    public String cluster() {
        return environment + "-" + region;
    }

    public UpstreamChart chart(String name) {
        return Objects.requireNonNull(charts.get(name), name);
    }

    public ContainerResources pod(String workload) {
        return ContainerResources.of(Objects.requireNonNull(workloads.get(workload), workload));
    }

    /** A chart of ours, as Flux finds it in the repository. */
    public String localChart(String name) {
        return "./" + OutputDirectories.charts(environment).resolve(name);
    }

    /** The folder of a stage, as Flux finds it in the repository. */
    public String path(FluxStage stage) {
        return "./" + directory().resolve(stage.name());
    }
}
