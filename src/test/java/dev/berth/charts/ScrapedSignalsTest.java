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
        List<String> rules = OBJECTS.ofKind("PrometheusRule").stream()
                .filter(rule -> rule.id().name().equals("berth-signals"))
                .map(ScrapedSignalsTest::file)
                .toList();
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
                        PrometheusServer.start(folder, rules, List.of(first, second, held, idle, cluster))) {
            Map<Map<String, String>, Double> recorded =
                    prometheus.await("{__name__=~\"namespace_.*\"}", series -> series.size() >= 8);
            assertThat(recorded)
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
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
                            series("namespace_pod:gpu_memory_utilization:percent", "pod", "ollama-0"),
                            60.0));
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
