package dev.berth.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.files.FileSet;
import dev.berth.plan.Plans;
import dev.berth.render.Renderer;
import dev.berth.source.Result;
import dev.berth.yaml.YamlNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The way of a signal through the rendered tree: recording rule, adapter, autoscaler. */
class CustomMetricsTest {

    private static final FileSet FILES =
            Renderer.render(Plans.of(Plans.example()), "digest", "1").files();
    private static final Region REGION =
            ((Result.Ok<List<Region>>) Region.in(FILES)).value().get(0);
    private static final List<Manifest> OBJECTS = ((Result.Ok<List<Manifest>>) Manifests.of(FILES, "1.35")).value();

    private static Stream<YamlNode> adapterRules() {
        return REGION.releases().stream()
                .filter(release -> release.chart().equals("prometheus-adapter"))
                .flatMap(release -> release.values().itemsAt("rules.custom").stream());
    }

    private static Stream<Manifest> objects(String kind) {
        return OBJECTS.stream().filter(object -> object.id().kind().equals(kind));
    }

    /** What the document asks the cluster with {@code kubectl get --raw}, made of what the tree says. */
    @Test
    void theDocumentsQueriesAreAnswered() {
        Manifest hpa = objects("HorizontalPodAutoscaler")
                .filter(object -> object.id().name().equals("ollama-hpa"))
                .findFirst()
                .orElseThrow();
        Set<String> served = adapterRules().map(rule -> rule.textAt("name.as")).collect(Collectors.toSet());
        // The adapter registers this API for the rules of its list "custom".
        String api = "/apis/custom.metrics.k8s.io/v1beta1";
        List<String> paths = hpa.tree().itemsAt("spec.metrics").stream()
                .filter(metric -> metric.textAt("type").equals("Pods"))
                .map(metric -> metric.textAt("pods.metric.name"))
                .filter(served::contains)
                .map(metric -> api + "/namespaces/" + hpa.id().namespace() + "/pods/*/" + metric)
                .toList();
        assertThat(served).isNotEmpty();
        assertThat(paths)
                .containsExactly("/apis/custom.metrics.k8s.io/v1beta1/namespaces/ollama/pods/*/gpu_memory_utilization");
        assertThat(served).contains("gpu_memory_utilization", "gpu_memory_used_bytes");
    }

    @Test
    void everyMetricOfAnAutoscalerIsServed() {
        Set<String> served = adapterRules().map(rule -> rule.textAt("name.as")).collect(Collectors.toSet());
        assertThat(objects("HorizontalPodAutoscaler")
                        .flatMap(hpa -> hpa.tree().itemsAt("spec.metrics").stream())
                        .filter(metric -> metric.textAt("type").equals("Pods"))
                        .map(metric -> metric.textAt("pods.metric.name")))
                .isNotEmpty()
                .allMatch(served::contains);
    }

    /** A signal is one recording rule; the adapter computes nothing of its own. */
    @Test
    void everyRuleOfTheAdapterReadsARecordedSeries() {
        Set<String> recorded = objects("PrometheusRule")
                .flatMap(rule -> rule.tree().itemsAt("spec.groups").stream())
                .flatMap(group -> group.itemsAt("rules").stream())
                .map(rule -> rule.textAt("record"))
                .collect(Collectors.toSet());
        assertThat(adapterRules().map(rule -> rule.textAt("seriesQuery").replaceFirst("\\{.*", "")))
                .isNotEmpty()
                .allMatch(recorded::contains);
        assertThat(adapterRules().map(rule -> rule.textAt("metricsQuery")))
                .allMatch(query -> query.contains("by (<<.GroupBy>>)") && query.contains("{<<.LabelMatchers>>}"));
    }

    /** The adapter asks the Prometheus that the tree installs. */
    @Test
    void theAdapterAsksOurPrometheus() {
        Release stack = REGION.releases().stream()
                .filter(release -> release.chart().equals("kube-prometheus-stack"))
                .findFirst()
                .orElseThrow();
        assertThat(REGION.releases().stream()
                        .filter(release -> release.chart().equals("prometheus-adapter"))
                        .map(release -> release.values().textAt("prometheus.url")))
                .containsExactly("http://" + stack.values().textAt("fullnameOverride") + "-prometheus."
                        + stack.namespace() + ".svc");
    }
}
