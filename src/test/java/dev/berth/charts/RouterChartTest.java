package dev.berth.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.plan.Plans;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The objects around the router, in both ways to choose a replica. */
class RouterChartTest {

    private static final String THREE_GROUPS =
            Plans.serving("name: phi3.5", "name: gemma2:2b, group: large", "name: mistral:7b, group: other");

    private static final Objects ROUTED =
            Objects.of(THREE_GROUPS + "inference: { groups: { default: {}, large: {}, other: {} } }\n");

    private static final Objects IN_TURN = Objects.of(
            THREE_GROUPS + "inference: { routing: round-robin, groups: { default: {}, large: {}, other: {} } }\n");

    @Test
    void theServiceThatClientsKnowLeadsToTheRouter() {
        assertThat(ROUTED.object("Service/ollama").textAt("spec.selector.app")).isEqualTo("model-router");
        assertThat(ROUTED.object("Service/ollama").entriesAt("spec.selector")).hasSize(1);
        assertThat(ROUTED.object("Service/ollama-large").textAt("spec.selector.app"))
                .isEqualTo("ollama");
        assertThat(ROUTED.ofKind("Service").stream().map(service -> service.id().name()))
                .containsOnlyOnce("ollama");
        assertThat(IN_TURN.object("Service/ollama").textAt("spec.selector.app")).isEqualTo("ollama");
        assertThat(IN_TURN.all().stream().map(object -> object.id().name())).doesNotContain("model-router");
    }

    /** Each Service leads to the replicas of its group, and nothing reads a number of requests that nobody counts. */
    @Test
    void withoutTheRouterReplicasAreAskedInTurn() {
        for (String group : List.of("default", "large", "other")) {
            String name = group.equals("default") ? "ollama" : "ollama-" + group;
            YamlNode service = IN_TURN.object("Service/" + name);
            assertThat(service.textAt("spec.selector[\"berth.dev/group\"]")).isEqualTo(group);
            assertThat(service.textAt("spec.selector.app")).isEqualTo("ollama");
            assertThat(IN_TURN.object("StatefulSet/" + name)
                            .textAt("spec.template.metadata.labels[\"berth.dev/group\"]"))
                    .isEqualTo(group);
            assertThat(IN_TURN.object("HorizontalPodAutoscaler/" + name + "-hpa")
                            .itemsAt("spec.metrics"))
                    .isNotEmpty()
                    .noneMatch(metric -> metric.textAt("type").equals("Object"));
        }
        assertThat(rules(IN_TURN)).doesNotContain("slots_in_use", "requests_waiting", "haproxy", "m_default");
        assertThat(rules(ROUTED)).contains("slots_in_use", "requests_waiting", "haproxy", "m_default");
        assertThat(Objects.environment(IN_TURN.object("Deployment/open-webui")
                                .itemsAt("spec.template.spec.containers")
                                .get(0))
                        .get("OLLAMA_BASE_URLS"))
                .isEqualTo("http://ollama:11434;http://ollama-large:11434;http://ollama-other:11434");
    }

    private static String rules(Objects objects) {
        return objects.ofKind("PrometheusRule").stream()
                .map(object -> object.text().text())
                .collect(Collectors.joining("\n"));
    }

    @Test
    void replicasLetInOnlyWhoChoosesThem() {
        String from = "spec.ingress[0].from[0].podSelector.matchLabels.app";
        assertThat(ROUTED.object("NetworkPolicy/ollama").textAt(from)).isEqualTo("model-router");
        assertThat(IN_TURN.object("NetworkPolicy/ollama").textAt(from)).isEqualTo("open-webui");
    }

    /** The kubelet waits for the endpoints, for the answers, and kills only who stays after that. */
    @Test
    void theSoftStopFitsTheGracePeriod() {
        YamlNode pod = ROUTED.object("StatefulSet/model-router")
                .nodeAt("spec.template.spec")
                .orElseThrow();
        YamlNode container = pod.itemsAt("containers").get(0);
        Map<String, String> environment = Objects.environment(container);
        int drain = Integer.parseInt(environment.getOrDefault("DRAIN", "").replace("s", ""));
        int endpoints = Integer.parseInt(container.textAt("lifecycle.preStop.sleep.seconds"));
        assertThat(endpoints + drain).isLessThan(Integer.parseInt(pod.textAt("terminationGracePeriodSeconds")));
        assertThat(Integer.parseInt(environment.getOrDefault("QUEUE", "").replace("s", "")))
                .isLessThanOrEqualTo(
                        Integer.parseInt(environment.getOrDefault("ANSWER", "").replace("s", "")));
    }

    @Test
    void everyModelHasAFileOfItsOwn() {
        Map<String, YamlNode.Entry> data =
                ROUTED.object("ConfigMap/model-router").entriesAt("data");
        assertThat(data).containsKeys("m_default_phi3_5_3_8b.cfg", "m_large_gemma2_2b.cfg", "m_other_mistral_7b.cfg");
        YamlNode.Entry large = java.util.Objects.requireNonNull(data.get("m_large_gemma2_2b.cfg"));
        assertThat(((Scalar) large.value()).text())
                .contains("server ollama-large-0 ollama-large-0.ollama-replicas.ollama.svc.cluster.local:11434 id 1")
                .doesNotContain("server ollama-0");
    }
}
