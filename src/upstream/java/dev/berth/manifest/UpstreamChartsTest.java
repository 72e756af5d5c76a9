package dev.berth.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.Helm;
import dev.berth.files.FileSet;
import dev.berth.files.RelPath;
import dev.berth.plan.Plans;
import dev.berth.program.TemporaryFolder;
import dev.berth.render.Renderer;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import dev.berth.verify.Kubeconform;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Mapping;
import dev.berth.yaml.YamlNode.Scalar;
import dev.berth.yaml.YamlNode.Sequence;
import dev.berth.yaml.YamlParser;
import dev.berth.yaml.YamlPath;
import dev.berth.yaml.YamlText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The charts of others, filled in by the real Helm with the values of our releases. Run by
 * {@code mvn -Pupstream test -Dupstream.charts=DIR -Dupstream.schemas=DIR}: a folder with the unpacked charts of
 * {@code releases.yaml}, their dependencies in {@code charts/}, and one with schemas in kubeconform's layout.
 */
class UpstreamChartsTest {

    private static final Map<String, List<Manifest>> RENDERED = new TreeMap<>();
    private static Region region;

    @BeforeAll
    static void render() throws IOException {
        FileSet files = Renderer.render(
                        Plans.of(Plans.example().replace("engine: hpa", "engine: keda\n      queue: { name: jobs }")),
                        "digest",
                        "1")
                .files();
        region = ((Result.Ok<List<Region>>) Region.in(files)).value().get(0);
        for (Release release : region.releases()) {
            if (release.directory().isEmpty()) {
                RENDERED.put(release.name(), rendered(release));
            }
        }
        assertThat(RENDERED).hasSize(5);
    }

    private static Path folder(String property) {
        return Path.of(Objects.requireNonNull(System.getProperty(property), "set -D" + property + "=DIR"))
                .toAbsolutePath();
    }

    private static List<Manifest> rendered(Release release) throws IOException {
        Path chart = folder("upstream.charts").resolve(release.chart());
        assertThat(text(chart.resolve("Chart.yaml")).textAt("version")).isEqualTo(release.version());
        try (TemporaryFolder given = new TemporaryFolder("berth-values")) {
            given.write("values.yaml", YamlText.of(release.values()));
            String stream = new Helm(chart)
                    .template()
                    .withName(release.name())
                    .withNamespace(release.namespace())
                    .withKubeVersion("1.35.0")
                    .withValuesFile(given.path().resolve("values.yaml"))
                    .call()
                    // Offline Helm does not know that clusters serve v1.
                    .replace("apiVersion: apiregistration.k8s.io/v1beta1", "apiVersion: apiregistration.k8s.io/v1")
                    // A template of KEDA begins with comments and a separator of its own.
                    .replaceAll("(?m)^(# Source: .*\\n)(?:#.*\\n|\\s*\\n)*---\\n", "$1");
            Chart named = new Chart(new RelPath("upstream/" + release.chart()), FileSet.EMPTY);
            Result<List<Manifest>> objects = new ManifestStream(named, region.name()).read(stream);
            assertThat(objects.problems()).as(release.name()).isEmpty();
            return ((Result.Ok<List<Manifest>>) objects).value();
        }
    }

    private static YamlNode text(Path file) throws IOException {
        return ((Result.Ok<YamlNode>) YamlParser.parse(new SourceFile(file.toString(), Files.readString(file))))
                .value();
    }

    private static YamlNode object(String release, String kindAndName) {
        return RENDERED.getOrDefault(release, List.of()).stream()
                .filter(object -> object.id().kindAndName().equals(kindAndName))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kindAndName + " in " + release))
                .tree();
    }

    @Test
    void everyObjectKeepsItsStrictSchema() {
        List<Manifest> all = RENDERED.values().stream().flatMap(List::stream).toList();
        Kubeconform kubeconform =
                Kubeconform.find(String.valueOf(System.getenv("PATH")), "1.35").orElseThrow();
        Result<String> result = kubeconform.check(all, Optional.of(folder("upstream.schemas")));
        assertThat(result.problems()).isEmpty();
        assertThat(result).isEqualTo(Result.ok(all.size() + " valid, 0 invalid, 0 errors, 0 skipped"));
        System.out.println("upstream charts: " + ((Result.Ok<String>) result).value());
    }

    @Test
    void theNamesThatOtherPartsUseAreThere() {
        object("kube-prometheus-stack", "Service/kube-prometheus-stack-prometheus");
        object("kube-prometheus-stack", "Service/kube-prometheus-stack-grafana");
        object("kube-prometheus-stack", "ServiceAccount/kube-prometheus-stack-grafana");
        object("kube-prometheus-stack", "SecretProviderClass/grafana");
        object("prometheus-adapter", "APIService/v1beta1.custom.metrics.k8s.io");
        assertThat(object("dcgm-exporter", "Service/dcgm-exporter").textAt("spec.ports[0].port"))
                .isEqualTo("9400");
        assertThat(object("dcgm-exporter", "ServiceMonitor/dcgm-exporter").textAt("spec.endpoints[0].honorLabels"))
                .isEqualTo("true");
    }

    @Test
    void prometheusTakesRulesAndMonitorsOfEveryRelease() {
        YamlNode prometheus = object("kube-prometheus-stack", "Prometheus/kube-prometheus-stack-prometheus");
        for (String selector : List.of(
                "serviceMonitorSelector",
                "podMonitorSelector",
                "probeSelector",
                "ruleSelector",
                "scrapeConfigSelector")) {
            assertThat(prometheus.nodeAt("spec." + selector)).as(selector).isPresent();
            assertThat(prometheus.entriesAt("spec." + selector)).as(selector).isEmpty();
        }
        assertThat(prometheus.textAt("spec.externalLabels.cluster")).isEqualTo("test-westeurope");
    }

    @Test
    void grafanaReadsNoSecretOfTheCluster() {
        assertThat(object(
                                "kube-prometheus-stack",
                                "ClusterRoleBinding/kube-prometheus-stack-grafana-clusterrolebinding")
                        .textAt("roleRef.name"))
                .isEqualTo("berth-grafana-dashboards");
        assertThat(RENDERED.getOrDefault("kube-prometheus-stack", List.of()))
                .noneMatch(object -> object.id().kindAndName().equals("Secret/kube-prometheus-stack-grafana"))
                .noneMatch(object ->
                        object.id().kindAndName().equals("ClusterRole/kube-prometheus-stack-grafana-clusterrole"));
        YamlNode parameters = object("kube-prometheus-stack", "SecretProviderClass/grafana")
                .nodeAt("spec.parameters")
                .orElseThrow();
        assertThat(parameters.textAt("clientID")).isEqualTo("grafanaClientId");
        assertThat(parameters.textAt("keyvaultName")).isEqualTo("keyVaultName");
        assertThat(parameters.textAt("tenantId")).isEqualTo("tenantId");
        assertThat(object("kube-prometheus-stack", "ServiceAccount/kube-prometheus-stack-grafana")
                        .textAt("metadata.annotations[\"azure.workload.identity/client-id\"]"))
                .isEqualTo("grafanaClientId");
    }

    /** Pods without GPUs stay away from GPU nodes; DaemonSets have to be on the nodes that they serve. */
    @Test
    void podsRunOnTheirPools() {
        Map<String, String> pools = new LinkedHashMap<>();
        RENDERED.values().stream().flatMap(List::stream).forEach(object -> {
            String path = object.id().group().equals("monitoring.coreos.com") ? "spec" : "spec.template.spec";
            boolean isWorkload = List.of("Deployment", "StatefulSet", "Job", "Prometheus", "Alertmanager")
                    .contains(object.id().kind());
            if (isWorkload) {
                pools.put(
                        object.id().kindAndName(),
                        object.tree().textAt(path + ".nodeSelector[\"kubernetes.azure.com/agentpool\"]"));
                assertThat(object.tree().itemsAt(path + ".tolerations")).isEmpty();
            }
        });
        assertThat(pools)
                .hasSizeGreaterThanOrEqualTo(6)
                .allSatisfy((name, pool) -> assertThat(pool).as(name).isEqualTo("apps"));
    }

    /** What no template reads would come out the same without it. */
    @Test
    void everyValueChangesTheOutputOrStatesTheDefault() throws IOException {
        List<String> without = new ArrayList<>();
        for (Release release : region.releases()) {
            if (release.directory().isEmpty()) {
                String whole = texts(RENDERED.getOrDefault(release.name(), List.of()));
                for (YamlPath leaf : leaves(release.ownValues(), YamlPath.ROOT)) {
                    Mapping values = (Mapping) without(release.ownValues(), leaf, 0);
                    Release changed = new Release(Manifest.of(
                            region.name(),
                            release.object().template(),
                            release.object().text(),
                            (Mapping) TargetPath.put(
                                    release.object().tree(),
                                    YamlPath.ROOT.key("spec").key("values").steps(),
                                    values)));
                    if (isSame(changed, whole)) {
                        without.add(release.name() + " " + leaf);
                    }
                }
            }
        }
        assertThat(without)
                .containsExactlyInAnyOrder(
                        // Objects that are hooks, which this Helm does not print.
                        "kube-prometheus-stack prometheusOperator.admissionWebhooks.patch.nodeSelector"
                                + "[\"kubernetes.azure.com/agentpool\"]",
                        "kube-prometheus-stack grafana.testFramework.enabled",
                        // What the chart would do by itself, said so that it stays.
                        "kube-prometheus-stack fullnameOverride",
                        "kube-prometheus-stack grafana.admin.userKey",
                        "kube-prometheus-stack grafana.admin.passwordKey",
                        "prometheus-adapter prometheus.port",
                        "prometheus-adapter podDisruptionBudget.maxUnavailable",
                        "dcgm-exporter resources.limits.memory",
                        "dcgm-exporter serviceMonitor.interval",
                        "keda resources.operator.requests.cpu");
    }

    private static boolean isSame(Release release, String whole) throws IOException {
        try {
            return texts(rendered(release)).equals(whole);
        } catch (IllegalStateException refused) {
            return false;
        }
    }

    private static String texts(List<Manifest> objects) {
        return String.join(
                "\n", objects.stream().map(object -> object.text().text()).toList());
    }

    private static List<YamlPath> leaves(YamlNode node, YamlPath path) {
        List<YamlPath> leaves = new ArrayList<>();
        if (node instanceof Mapping mapping) {
            mapping.entries().forEach((key, entry) -> leaves.addAll(leaves(entry.value(), path.key(key))));
        } else if (node instanceof Scalar || node instanceof Sequence) {
            leaves.add(path);
        }
        return leaves;
    }

    private static YamlNode without(YamlNode node, YamlPath path, int depth) {
        Mapping mapping = (Mapping) node;
        Map<String, YamlNode.Entry> entries = new LinkedHashMap<>(mapping.entries());
        String key = ((YamlPath.Key) path.steps().get(depth)).name();
        if (depth == path.steps().size() - 1) {
            entries.remove(key);
        } else {
            entries.computeIfPresent(
                    key, (name, entry) -> new YamlNode.Entry(entry.keySpan(), without(entry.value(), path, depth + 1)));
        }
        return new Mapping(mapping.span(), entries);
    }
}
