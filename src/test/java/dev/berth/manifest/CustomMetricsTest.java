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

    /** The adapter registers this API for the rules of its list "custom". */
    private static final String API = "/apis/custom.metrics.k8s.io/v1beta1/namespaces/";

    /** What an autoscaler asks for, as {@code kubectl get --raw} would. */
    private static Stream<String> asked(Manifest hpa) {
        String namespace = API + hpa.id().namespace();
        return hpa.tree().itemsAt("spec.metrics").stream().flatMap(metric -> switch (metric.textAt("type")) {
            case "Pods" -> Stream.of(namespace + "/pods/*/" + metric.textAt("pods.metric.name"));
            case "Object" -> {
                assertThat(metric.textAt("object.describedObject.kind")).isEqualTo("Service");
                yield Stream.of(namespace + "/services/" + metric.textAt("object.describedObject.name") + "/"
                        + metric.textAt("object.metric.name"));
            }
            default -> Stream.empty();
        });
    }

    /** Whether the adapter maps a label of the rule's series to the objects that a path is about, and to their namespace. */
    private static boolean answers(YamlNode rule, String path) {
        String kind = path.contains("/pods/") ? "pod" : "service";
        return path.endsWith("/" + rule.textAt("name.as"))
                && rule.textAt("resources.overrides." + kind + ".resource").equals(kind)
                && rule.textAt("resources.overrides.namespace.resource").equals("namespace")
                && rule.textAt("seriesQuery").contains(kind + "!=\"\"");
    }

    private static List<YamlNode> recordings(String series) {
        return objects("PrometheusRule")
                .flatMap(rule -> rule.tree().itemsAt("spec.groups").stream())
                .flatMap(group -> group.itemsAt("rules").stream())
                .filter(rule -> rule.textAt("record").equals(series))
                .toList();
    }

    private static String series(YamlNode adapterRule) {
        return adapterRule.textAt("seriesQuery").replaceFirst("\\{.*", "");
    }

    /** What the document asks the cluster with {@code kubectl get --raw}, made of what the tree says. */
    @Test
    void theDocumentsQueriesAreAnswered() {
        Manifest hpa = objects("HorizontalPodAutoscaler")
                .filter(object -> object.id().name().equals("ollama-hpa"))
                .findFirst()
                .orElseThrow();
        assertThat(asked(hpa))
                .containsExactly(
                        API + "ollama/services/ollama/slots_in_use", API + "ollama/pods/*/gpu_memory_utilization");
        assertThat(adapterRules().map(rule -> rule.textAt("name.as")))
                .contains("slots_in_use", "gpu_memory_utilization", "gpu_memory_used_bytes");
    }

    @Test
    void everyMetricOfAnAutoscalerIsServedByOneRuleThatNamesARecordedSeries() {
        List<String> paths = objects("HorizontalPodAutoscaler")
                .flatMap(CustomMetricsTest::asked)
                .toList();
        assertThat(paths).isNotEmpty().allSatisfy(path -> {
            List<YamlNode> rules =
                    adapterRules().filter(rule -> answers(rule, path)).toList();
            assertThat(rules).as(path).hasSize(1);
            assertThat(recordings(series(rules.get(0)))).as(path).isNotEmpty();
        });
    }

    /** The Service that is asked about is there, and one rule writes down what is said of it. */
    @Test
    void everyServiceThatIsAskedAboutHasItsOwnRecording() {
        Set<String> services =
                objects("Service").map(object -> object.id().name()).collect(Collectors.toSet());
        assertThat(objects("HorizontalPodAutoscaler")
                        .flatMap(hpa -> hpa.tree().itemsAt("spec.metrics").stream())
                        .map(metric -> metric.textAt("object.describedObject.name"))
                        .filter(name -> !name.isEmpty()))
                .isNotEmpty()
                .allSatisfy(name -> {
                    assertThat(services).contains(name);
                    assertThat(recordings("namespace_service:slots_in_use:sum").stream()
                                    .filter(rule ->
                                            rule.textAt("labels.service").equals(name)))
                            .hasSize(1)
                            .allMatch(rule -> rule.textAt("labels.namespace").equals("ollama"));
                });
    }

    /** A signal is one recording rule; the adapter computes nothing of its own. */
    @Test
    void everyRuleOfTheAdapterReadsARecordedSeries() {
        Set<String> recorded = objects("PrometheusRule")
                .flatMap(rule -> rule.tree().itemsAt("spec.groups").stream())
                .flatMap(group -> group.itemsAt("rules").stream())
                .map(rule -> rule.textAt("record"))
                .collect(Collectors.toSet());
        assertThat(adapterRules().map(CustomMetricsTest::series)).isNotEmpty().allMatch(recorded::contains);
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
