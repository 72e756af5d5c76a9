package dev.berth.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.catalog.UpstreamChart;
import dev.berth.files.FileSet;
import dev.berth.files.RelPath;
import dev.berth.manifest.Region;
import dev.berth.manifest.Release;
import dev.berth.plan.Plan;
import dev.berth.plan.Plans;
import dev.berth.render.Renderer;
import dev.berth.source.Code;
import dev.berth.source.Problem;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import dev.berth.source.Span;
import dev.berth.yaml.YamlNode.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class UpstreamValuesTest {

    private static final Plan PLAN = Plans.of(Plans.example().replace("engine: hpa", "engine: keda"));
    private static final FileSet FILES = Renderer.render(PLAN, "digest", "1").files();

    private static List<Release> releases(FileSet files) {
        Result<List<Region>> regions = Region.in(files);
        return ((Result.Ok<List<Region>>) regions)
                .value().get(0).releases().stream()
                        .filter(release -> release.directory().isEmpty())
                        .toList();
    }

    private static List<Problem> check(Release release) {
        Problems problems = new Problems();
        new UpstreamValues().check(release, problems);
        return problems.toList();
    }

    /** One letter too few in any key, at any depth, is found; below maps that take any key there is nothing to find. */
    @TestFactory
    Stream<DynamicTest> aMisspeltKeyIsFound() {
        return releases(FILES).stream()
                .map(release -> DynamicTest.dynamicTest(release.name(), () -> {
                    ValueKeys keys =
                            ValueKeys.find(release.chart(), release.version()).orElseThrow();
                    List<Span> places = new ArrayList<>();
                    collect(release.ownValues(), "", keys, places);
                    assertThat(places).hasSizeGreaterThan(6);
                    for (Span place : places) {
                        List<Problem> problems = check(shortened(release, place));
                        assertThat(problems).as("%s", place).isNotEmpty();
                        assertThat(problems.get(0).code()).isEqualTo(Code.UNKNOWN_VALUE);
                        assertThat(problems.get(0).at()).hasToString(place.toString());
                        assertThat(problems.get(0).hint()).as("%s", place).isNotEmpty();
                    }
                }));
    }

    private static void collect(Mapping values, String path, ValueKeys keys, List<Span> places) {
        values.entries().forEach((key, entry) -> {
            places.add(entry.keySpan());
            String child = ValueKeys.child(path, key);
            if (entry.value() instanceof Mapping mapping && !keys.takesAnythingBelow(child)) {
                collect(mapping, child, keys, places);
            }
        });
    }

    /** The release with the last letter of a key left out. */
    private static Release shortened(Release release, Span key) {
        List<String> lines = new ArrayList<>(key.file().text().lines().toList());
        String line = lines.get(key.line() - 1);
        int end = line.indexOf(':', key.column());
        lines.set(key.line() - 1, line.substring(0, end - 1) + line.substring(end));
        FileSet files = FileSet.of(Map.of(
                new RelPath("environments/test/westeurope/kustomization.yaml"),
                "resources: []\n",
                new RelPath(key.file().path()),
                String.join("\n", lines) + "\n"));
        return releases(files).stream()
                .filter(found -> found.name().equals(release.name()))
                .findFirst()
                .orElseThrow();
    }

    private static List<Problem> checkText(String values) {
        String release = """
                apiVersion: helm.toolkit.fluxcd.io/v2
                kind: HelmRelease
                metadata: { name: x, namespace: flux-system }
                spec:
                  releaseName: x
                  chart: { spec: { chart: kube-prometheus-stack, version: "88.5.3" } }
                  values:
                """ + values.indent(4);
        FileSet files = FileSet.of(Map.of(
                new RelPath("environments/test/westeurope/kustomization.yaml"),
                "resources: []\n",
                new RelPath("environments/test/westeurope/x.yaml"),
                release));
        return check(releases(files).get(0));
    }

    @Test
    void theHintNamesWhatWasMeant() {
        assertThat(checkText("grafana: { sidecar: { dashboard: { enabled: true } } }"))
                .extracting(Problem::hint)
                .containsExactly("did you mean `grafana.sidecar.dashboards`?");
        assertThat(checkText("prometheus: { retention: 15d }"))
                .extracting(Problem::hint)
                .singleElement()
                .asString()
                .startsWith("the name is known as ")
                .contains("prometheus.prometheusSpec.retention");
        assertThat(checkText("kubeproxy: { enabled: false }"))
                .extracting(Problem::hint)
                .containsExactly("did you mean `kubeProxy`?");
        assertThat(checkText("wholly: {}")).extracting(Problem::code).containsExactly(Code.UNKNOWN_VALUE);
    }

    @Test
    void aWrongTypeIsFound() {
        for (String values : List.of(
                "kubeProxy: false",
                "kubeProxy: { enabled: \"false\" }",
                "kubeProxy: { enabled: {} }",
                "fullnameOverride: [x]",
                "grafana: { service: { port: \"80\" } }",
                "grafana: { service: { portName: 80 } }",
                "grafana: { extraSecretMounts: {} }",
                "grafana: { nodeSelector: [apps] }",
                "grafana: { admin: { existingSecret: null } }",
                "prometheus: { prometheusSpec: [] }")) {
            assertThat(checkText(values)).as(values).extracting(Problem::code).containsExactly(Code.VALUE_TYPE);
        }
    }

    @Test
    void whatTheChartTakesIsTaken() {
        assertThat(checkText("""
                        extraManifests: { any: { thing: [1] } }
                        grafana:
                          grafana.ini: { analytics: { reporting_enabled: false } }
                          nodeSelector: { "kubernetes.azure.com/agentpool": apps }
                          serviceAccount: { annotations: { a.b/c: d } }
                        """)).isEmpty();
    }

    @Test
    void everyPinnedChartHasItsKeys() {
        for (UpstreamChart chart : PLAN.upstream().charts().values()) {
            assertThat(ValueKeys.find(chart.name(), chart.version()))
                    .as(chart.name())
                    .isPresent();
        }
        assertThat(releases(FILES))
                .extracting(Release::chart)
                .containsExactlyInAnyOrderElementsOf(PLAN.upstream().charts().keySet());
    }
}
