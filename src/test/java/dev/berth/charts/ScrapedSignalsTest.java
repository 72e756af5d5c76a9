package dev.berth.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.manifest.Manifest;
import dev.berth.plan.Plans;
import dev.berth.yaml.YamlNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real Prometheus scrapes what the exporters of a cluster say, as the monitors have it: each rule gives one series for
 * each pod or Service, and the adapter's queries find it.
 */
class ScrapedSignalsTest {

    private static final Objects OBJECTS = Objects.of(
            Plans.serving("name: phi3.5", "name: mistral:7b, keep: onDemand", "name: gemma2:2b, group: large")
                    + "inference: { groups: { default: { slots: 2 }, large: {} } }\n");

    @TempDir
    Path folder;

    private static Exporter dcgm(String node, String metrics) throws IOException {
        YamlNode monitor = OBJECTS.object("HelmRelease/dcgm-exporter");
        return Exporter.of(
                "dcgm-exporter",
                monitor.textAt("spec.values.serviceMonitor.honorLabels").equals("true"),
                Map.of(
                        "namespace",
                        "gpu-system",
                        "pod",
                        "dcgm-exporter-" + node,
                        "container",
                        "exporter",
                        "service",
                        "dcgm-exporter",
                        monitor.textAt("spec.values.serviceMonitor.relabelings[0].targetLabel"),
                        node),
                metrics);
    }

    private static Exporter router(int ordinal, String metrics) throws IOException {
        return Exporter.of(
                "model-router",
                false,
                Map.of(
                        "namespace", "ollama",
                        "pod", "model-router-" + ordinal,
                        "container", "haproxy",
                        "service", "model-router"),
                metrics);
    }

    private static Exporter kubeStateMetrics() throws IOException {
        long now = Instant.now().getEpochSecond();
        return Exporter.of(
                "kube-state-metrics",
                true,
                Map.of("namespace", "monitoring", "pod", "kube-state-metrics-x", "service", "kube-state-metrics"),
                String.join(
                        "\n",
                        "kube_pod_created{namespace=\"ollama\",pod=\"ollama-0\",uid=\"a\"} " + now,
                        "kube_pod_created{namespace=\"ollama\",pod=\"ollama-large-0\",uid=\"b\"} " + (now - 9000),
                        "kube_statefulset_replicas{namespace=\"ollama\",statefulset=\"ollama\"} 1",
                        "kube_statefulset_replicas{namespace=\"ollama\",statefulset=\"ollama-large\"} 1\n"));
    }

    private static String gpu(String node, String workload, int used, int free) {
        String labels = "{gpu=\"0\",UUID=\"GPU-" + node + "\",device=\"nvidia0\",modelName=\"Tesla T4\",Hostname=\""
                + node + "\"" + workload + "} ";
        return "DCGM_FI_DEV_FB_USED" + labels + used + "\nDCGM_FI_DEV_FB_FREE" + labels + free
                + "\nDCGM_FI_DEV_GPU_TEMP" + labels + "60\n";
    }

    private static String backend(String proxy, int sessions, int inService) {
        return "haproxy_backend_current_sessions{proxy=\"" + proxy + "\"} " + sessions
                + "\nhaproxy_server_current_sessions{proxy=\"" + proxy + "\",server=\"ollama-0\"} " + inService + "\n";
    }

    private static Map<String, String> series(String name, String kind, String object) {
        return Map.of("__name__", name, "namespace", "ollama", kind, object);
    }

    @Test
    void eachRuleGivesOneSeriesForEachPodOrService() throws IOException, InterruptedException {
        Exporter first = router(
                0,
                backend("m_default_phi3_5_3_8b", 1, 1)
                        + backend("m_default_mistral_7b", 1, 0)
                        + backend("m_large_gemma2_2b", 5, 3));
        Exporter second = router(
                1,
                backend("m_default_phi3_5_3_8b", 0, 0)
                        + backend("m_default_mistral_7b", 0, 0)
                        + backend("m_large_gemma2_2b", 0, 0)
                        + backend("peer", 4, 4));
        try (first;
                second;
                Exporter held =
                        dcgm("a", gpu("a", ",namespace=\"ollama\",pod=\"ollama-0\",container=\"ollama\"", 9000, 6000));
                Exporter idle = dcgm("b", gpu("b", "", 0, 15000));
                Exporter cluster = kubeStateMetrics();
                PrometheusServer prometheus =
                        PrometheusServer.start(folder, signals(OBJECTS), List.of(first, second, held, idle, cluster))) {
            Map<Map<String, String>, Double> expected = Map.of(
                    // One request for a model without a home: as much as two replicas are held at.
                    series("namespace_service:slots_in_use:sum", "service", "ollama"),
                    3.0,
                    series("namespace_service:slots_in_use:sum", "service", "ollama-large"),
                    5.0,
                    series("namespace_service:requests_waiting:sum", "service", "ollama"),
                    1.0,
                    series("namespace_service:requests_waiting:sum", "service", "ollama-large"),
                    2.0,
                    series("namespace_service:cold_starts:count1h", "service", "ollama"),
                    1.0,
                    series("namespace_service:cold_starts:count1h", "service", "ollama-large"),
                    0.0,
                    series("namespace_pod:gpu_memory_used_bytes:sum", "pod", "ollama-0"),
                    9000.0 * 1024 * 1024,
                    // It came with its first model, whose load is not over yet.
                    series("namespace_pod:model_load:bool", "pod", "ollama-0"),
                    1.0,
                    series("namespace_pod:model_loads:count1h", "pod", "ollama-0"),
                    0.0,
                    series("namespace_pod:gpu_memory_utilization:percent", "pod", "ollama-0"),
                    60.0);
            // Not before both routers were scraped.
            assertThat(prometheus.await("{__name__=~\"namespace_.*\"}", expected::equals))
                    .containsExactlyInAnyOrderEntriesOf(expected);
            theAdapterFinds(prometheus, "slots_in_use", "service", "ollama", 3.0);
            theAdapterFinds(prometheus, "slots_in_use", "service", "ollama-large", 5.0);
            theAdapterFinds(prometheus, "gpu_memory_utilization", "pod", "ollama-0", 60.0);
            theAdapterFinds(prometheus, "gpu_memory_used_bytes", "pod", "ollama-0", 9000.0 * 1024 * 1024);

            first.close();
            second.close();
            assertThat(prometheus.await(
                            "{__name__=~\"namespace_service:(slots|requests).*\"}", series -> series.isEmpty()))
                    .as("no router, no signal: zero would take replicas away")
                    .isEmpty();
            assertThat(prometheus.query("namespace_service:cold_starts:count1h"))
                    .hasSize(2);
        }
    }

    /** Where pods share a GPU the exporter says most things once for each of them, and the use of the whole under its own. */
    @Test
    void podsThatShareAGpuHaveASeriesEach() throws IOException, InterruptedException {
        Objects shared = Objects.of(Plans.serving("name: phi3.5") + """
                gpuPools:
                  - { name: gpu, size: Standard_NC4as_T4_v3, nodes: { min: 1, max: 1 }, sharing: { timeSlices: 2 } }
                """);
        String first = "{gpu=\"0\",vgpu=\"0\",pod=\"ollama-0\",namespace=\"ollama\",pod_uid=\"a\"} ";
        String second = "{gpu=\"0\",vgpu=\"1\",pod=\"ollama-1\",namespace=\"ollama\",pod_uid=\"b\"} ";
        StringBuilder said = new StringBuilder("DCGM_FI_DEV_FB_USED{gpu=\"0\"} 5000\n");
        said.append("DCGM_FI_DEV_FB_USED")
                .append(first)
                .append("4000\nDCGM_FI_DEV_FB_USED")
                .append(second)
                .append("0\n");
        for (String pod : List.of(first, second)) {
            said.append("DCGM_FI_DEV_FB_FREE").append(pod).append("11000\n");
            said.append("DCGM_FI_DEV_FB_TOTAL").append(pod).append("16384\n");
            said.append("DCGM_FI_DEV_FB_RESERVED").append(pod).append("384\n");
        }
        try (Exporter gpu = dcgm("a", said.toString());
                PrometheusServer prometheus = PrometheusServer.start(folder, signals(shared), List.of(gpu))) {
            assertThat(prometheus.await("namespace_pod:gpu_memory_utilization:percent", series -> series.size() >= 2))
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            series("namespace_pod:gpu_memory_utilization:percent", "pod", "ollama-0"), 50.0,
                            series("namespace_pod:gpu_memory_utilization:percent", "pod", "ollama-1"), 0.0));
        }
    }

    /** KEDA takes one element, and nothing else: with none it falls back. */
    @Test
    void theQueriesOfKedaGiveOneElement() throws IOException, InterruptedException {
        Objects scaled = Objects.of(Plans.serving("name: phi3.5", "name: gemma2:2b, keep: onDemand")
                + "inference: { groups: { default: { engine: keda, slots: 2 } } }\n");
        List<String> queries = scaled.object("ScaledObject/ollama").itemsAt("spec.triggers").stream()
                .filter(trigger -> trigger.textAt("type").equals("prometheus"))
                .map(trigger -> trigger.textAt("metadata.query"))
                .toList();
        assertThat(queries).hasSize(2);
        String held = ",namespace=\"ollama\",pod=\"ollama-%s\",container=\"ollama\"";
        Exporter router = router(0, backend("m_default_phi3_5_3_8b", 2, 2) + backend("m_default_gemma2_2b", 0, 0));
        try (router;
                Exporter a = dcgm("a", gpu("a", held.replace("%s", "0"), 9000, 6000));
                Exporter b = dcgm("b", gpu("b", held.replace("%s", "1"), 3000, 12000));
                PrometheusServer prometheus = PrometheusServer.start(folder, signals(scaled), List.of(router, a, b))) {
            // The sum, which KEDA's autoscaler divides by the replicas.
            assertThat(prometheus.await(queries.get(1), series -> series.containsValue(80.0)))
                    .isEqualTo(Map.of(Map.of(), 80.0));
            assertThat(prometheus.await(queries.get(0), series -> !series.isEmpty()))
                    .isEqualTo(Map.of(Map.of(), 2.0));
            router.close();
            assertThat(prometheus.await(queries.get(0), Map::isEmpty)).isEmpty();
        }
    }

    /** Asks as the adapter does: first for series, then for the value of an object. */
    private static void theAdapterFinds(
            PrometheusServer prometheus, String metric, String kind, String object, double value)
            throws IOException, InterruptedException {
        YamlNode rule = OBJECTS.object("HelmRelease/prometheus-adapter").itemsAt("spec.values.rules.custom").stream()
                .filter(candidate -> candidate.textAt("name.as").equals(metric))
                .findFirst()
                .orElseThrow();
        assertThat(prometheus.query(rule.textAt("seriesQuery")).keySet())
                .isNotEmpty()
                .allSatisfy(labels -> assertThat(labels).containsKeys("namespace", kind));
        String query = rule.textAt("metricsQuery")
                .replace("<<.Series>>", rule.textAt("seriesQuery").replaceFirst("\\{.*", ""))
                .replace("<<.LabelMatchers>>", "namespace=\"ollama\"," + kind + "=\"" + object + "\"")
                .replace("<<.GroupBy>>", kind);
        assertThat(prometheus.query(query)).isEqualTo(Map.of(Map.of(kind, object), value));
    }

    private static List<String> signals(Objects objects) {
        return objects.ofKind("PrometheusRule").stream()
                .filter(rule -> rule.id().name().equals("berth-signals"))
                .map(ScrapedSignalsTest::file)
                .toList();
    }

    /** What Prometheus's own file of the rules says. */
    private static String file(Manifest rule) {
        return rule.text()
                .text()
                .split("(?m)^spec:\\n")[1]
                .lines()
                .map(line -> line.substring(2))
                .collect(Collectors.joining("\n", "", "\n"));
    }
}
