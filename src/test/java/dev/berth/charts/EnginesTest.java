package dev.berth.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.manifest.Manifest;
import dev.berth.plan.Plan;
import dev.berth.plan.Plans;
import dev.berth.plan.group.GroupPlan;
import dev.berth.yaml.YamlNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One policy of scaling, told to either engine. */
class EnginesTest {

    private static final String ON_DEMAND =
            Plans.serving("name: mistral:7b, keep: onDemand", "name: phi3.5, keep: onDemand")
                    + "inference: { groups: { default: { engine: keda, slots: 2 } } }\n";

    private static String kept(String engine) {
        return Plans.serving("name: phi3.5", "name: gemma2:2b, keep: onDemand")
                + "inference: { groups: { default: { engine: " + engine
                + ", slots: 2, signals: [slots, gpu-memory, cpu, memory] } } }\n";
    }

    private static YamlNode scaledObject(String values) {
        return Objects.of(values).object("ScaledObject/ollama");
    }

    private static List<YamlNode> triggers(YamlNode scaledObject, String type) {
        return scaledObject.itemsAt("spec.triggers").stream()
                .filter(trigger -> trigger.textAt("type").equals(type))
                .toList();
    }

    @Test
    void bothEnginesAreToldTheSame() {
        YamlNode hpa = Objects.of(kept("hpa")).object("HorizontalPodAutoscaler/ollama-hpa");
        YamlNode keda = scaledObject(kept("keda"));
        for (String path : List.of("spec.scaleTargetRef.name", "spec.scaleTargetRef.kind", "metadata.annotations")) {
            assertThat(keda.textAt(path)).isEqualTo(hpa.textAt(path));
        }
        assertThat(keda.textAt("spec.minReplicaCount")).isEqualTo(hpa.textAt("spec.minReplicas"));
        assertThat(keda.textAt("spec.maxReplicaCount")).isEqualTo(hpa.textAt("spec.maxReplicas"));
        assertThat(keda.textAt("spec.advanced.horizontalPodAutoscalerConfig.name"))
                .isEqualTo("ollama-hpa");
        for (String field : List.of("stabilizationWindowSeconds", "policies[0].value", "policies[0].periodSeconds")) {
            for (String direction : List.of("scaleUp", "scaleDown")) {
                String path = "behavior." + direction + "." + field;
                assertThat(keda.textAt("spec.advanced.horizontalPodAutoscalerConfig." + path))
                        .isNotEmpty()
                        .isEqualTo(hpa.textAt("spec." + path));
            }
        }
        assertThat(hpa.itemsAt("spec.metrics")).hasSameSizeAs(keda.itemsAt("spec.triggers"));
        assertThat(hpa.textAt("spec.metrics[0].object.target.averageValue")).isEqualTo("1500m");
        assertThat(keda.textAt("spec.triggers[0].metadata.threshold")).isEqualTo("1.5");
        assertThat(triggers(keda, "cpu").get(0).textAt("metadata.value"))
                .isEqualTo(hpa.textAt("spec.metrics[2].resource.target.averageUtilization"));
    }

    @Test
    void aFailureOfPrometheusTakesNobodyAway() {
        YamlNode keda = scaledObject(kept("keda"));
        assertThat(triggers(keda, "prometheus")).hasSize(2).allSatisfy(trigger -> {
            assertThat(trigger.textAt("metadata.ignoreNullValues")).isEqualTo("false");
            assertThat(trigger.textAt("metricType")).isEqualTo("AverageValue");
        });
        assertThat(keda.textAt("spec.fallback.behavior")).isEqualTo("currentReplicasIfHigher");
        // KEDA would go to zero with a fallback of none.
        assertThat(scaledObject(ON_DEMAND).textAt("spec.fallback.replicas")).isEqualTo("1");
    }

    /** Each query names one recording rule, and asks the Prometheus that is installed. */
    @Test
    void theTriggersNameRecordingRulesOnly() {
        Objects objects = Objects.of(kept("keda"));
        Set<String> recorded = objects.ofKind("PrometheusRule").stream()
                .flatMap(rule -> rule.tree().itemsAt("spec.groups").stream())
                .flatMap(group -> group.itemsAt("rules").stream())
                .map(rule -> rule.textAt("record"))
                .collect(Collectors.toSet());
        String prometheus = objects.object("HelmRelease/prometheus-adapter").textAt("spec.values.prometheus.url") + ":"
                + objects.object("HelmRelease/prometheus-adapter").textAt("spec.values.prometheus.port");
        assertThat(triggers(objects.object("ScaledObject/ollama"), "prometheus"))
                .hasSize(2)
                .allSatisfy(trigger -> {
                    assertThat(trigger.textAt("metadata.serverAddress")).isEqualTo(prometheus);
                    assertThat(trigger.textAt("metadata.query")).matches("(max|sum)\\(([a-z_0-9:]+)\\{[^{}]*}\\)");
                    assertThat(recorded)
                            .contains(trigger.textAt("metadata.query").replaceAll("^\\w+\\(|\\{.*", ""));
                });
    }

    @Test
    void aGroupOnDemandRunsNothingWhileNobodyAsks() {
        Plan plan = Plans.of(ON_DEMAND);
        GroupPlan group = plan.groups().get(0);
        assertThat(group.minReplicas().value()).isZero();
        assertThat(plan.pools().get(0).minNodes().value()).isZero();
        assertThat(group.scaling().wake().slots().value())
                .isEqualTo(group.scaling().slots().value());
        assertThat(group.scaling().targets().keySet()).extracting(Enum::name).containsExactly("CPU", "MEMORY");
        YamlNode keda = scaledObject(ON_DEMAND);
        assertThat(keda.textAt("spec.minReplicaCount")).isEqualTo("0");
        assertThat(keda.textAt("spec.cooldownPeriod"))
                .isEqualTo(String.valueOf(plan.timeouts().cooldown().value().whole()));
        assertThat(keda.textAt("spec.triggers[0].metadata.activationThreshold")).isEqualTo("0");
        assertThat(Plans.of(ON_DEMAND.replace("keda", "hpa"))
                        .groups()
                        .get(0)
                        .minReplicas()
                        .value())
                .as("an autoscaler of Kubernetes does not start at none")
                .isEqualTo(1);
        assertThat(Plans.of(ON_DEMAND.replace("slots: 2", "signals: [cpu]"))
                        .groups()
                        .get(0)
                        .minReplicas()
                        .value())
                .as("without a pod there is no CPU in use that could wake one")
                .isEqualTo(1);
    }

    @Test
    void kedaIsInstalledWhereItIsUsed() {
        List<String> ofKeda = Stream.of(
                        "HelmRelease/keda", "HelmRepository/kedacore", "Namespace/keda", "NetworkPolicy/keda-ingress")
                .toList();
        assertThat(names(kept("keda"))).containsAll(ofKeda);
        assertThat(names(kept("hpa"))).doesNotContainAnyElementsOf(ofKeda);
        assertThat(ingress(kept("keda"))).contains("keda-operator");
        assertThat(ingress(kept("hpa"))).doesNotContain("keda-operator");
        assertThat(Plans.of(kept("keda")).workloads()).containsKey("keda-operator");
        assertThat(Plans.of(kept("hpa")).workloads()).doesNotContainKey("keda-operator");
    }

    private static List<String> names(String values) {
        return Objects.of(values).all().stream()
                .map(object -> object.id().kindAndName())
                .toList();
    }

    private static String ingress(String values) {
        return Objects.of(values).ofKind("NetworkPolicy").stream()
                .filter(policy -> policy.id().name().equals("monitoring-ingress"))
                .map(Manifest::text)
                .map(text -> Arrays.stream(text.text().split("\n")).collect(Collectors.joining("\n")))
                .collect(Collectors.joining());
    }
}
