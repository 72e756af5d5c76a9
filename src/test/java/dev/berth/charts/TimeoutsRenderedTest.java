package dev.berth.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.files.RelPath;
import dev.berth.plan.Plan;
import dev.berth.plan.Plans;
import dev.berth.plan.start.Timeouts;
import dev.berth.render.Renderer;
import dev.berth.yaml.YamlNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the plan decides about time is what the objects say, long starts included. */
class TimeoutsRenderedTest {

    private static final String TEXT = Plans.serving(
                    "name: gpt-oss",
                    "name: phi3.5",
                    "name: mistral:7b",
                    "name: llama3.1:8b",
                    "name: gemma2:2b",
                    "name: deepseek-r1")
            + """
            gpuPools: [{ name: gpu, size: Standard_NC24ads_A100_v4 }]
            inference:
              groups: { default: { replicas: { min: 3, max: 9 } } }
              share: { throughputMibps: 100 }
            webui: { host: chat.example.com, exposure: public }
            """;
    private static final Plan PLAN = Plans.of(TEXT);
    private static final Timeouts TIMEOUTS = PLAN.timeouts();
    private static final Objects OBJECTS = Objects.of(TEXT);

    /** A plan whose timeouts are the least that there are would pass with constants. */
    @Test
    void theStartsOfThisPlanAreLong() {
        Timeouts usual = Plans.of(Plans.example()).timeouts();
        assertThat(TIMEOUTS.modelLoad().value()).isGreaterThan(usual.modelLoad().value());
        assertThat(TIMEOUTS.startup().value())
                .isGreaterThan(TIMEOUTS.modelLoad().value());
        assertThat(TIMEOUTS.gpuRelease().value())
                .isGreaterThan(usual.gpuRelease().value());
        assertThat(TIMEOUTS.loadBalancer().orElseThrow().value())
                .isGreaterThan(usual.loadBalancer().orElseThrow().value());
    }

    @Test
    void aReplicaHasTimeToStartAndToStop() {
        YamlNode container = OBJECTS.object("StatefulSet/ollama")
                .itemsAt("spec.template.spec.containers")
                .get(0);
        int startup = Integer.parseInt(container.textAt("startupProbe.periodSeconds"))
                * Integer.parseInt(container.textAt("startupProbe.failureThreshold"));
        assertThat(startup).isEqualTo(TIMEOUTS.startup().value().whole());
        assertThat(Objects.environment(container))
                .containsEntry(
                        "OLLAMA_LOAD_TIMEOUT", TIMEOUTS.modelLoad().value().whole() + "s")
                .containsEntry("OLLAMA_KEEP_ALIVE", "5m");
        for (String workload : List.of("StatefulSet/ollama", "Deployment/open-webui")) {
            YamlNode object = OBJECTS.object(workload);
            assertThat(object.textAt("spec.template.spec.terminationGracePeriodSeconds"))
                    .as(workload)
                    .isEqualTo(String.valueOf(TIMEOUTS.grace().value().whole()));
            assertThat(object.textAt("spec.template.spec.containers[0].lifecycle.preStop.sleep.seconds"))
                    .as(workload)
                    .isEqualTo(String.valueOf(TIMEOUTS.drain().value().whole()));
        }
    }

    @Test
    void theWayToAReplicaIsOpenForAsLong() {
        assertThat(Objects.environment(OBJECTS.object("Deployment/open-webui")
                        .itemsAt("spec.template.spec.containers")
                        .get(0)))
                .containsEntry(
                        "AIOHTTP_CLIENT_TIMEOUT",
                        String.valueOf(TIMEOUTS.client().value().whole()));
        assertThat(
                        OBJECTS.object("Service/open-webui")
                                .textAt(
                                        "metadata.annotations[\"service.beta.kubernetes.io/azure-load-balancer-tcp-idle-timeout\"]"))
                .isEqualTo(String.valueOf(
                        TIMEOUTS.loadBalancer().orElseThrow().value().minutes()));
        assertThat(Objects.of(Plans.serving("name: phi3.5"))
                        .object("Service/open-webui")
                        .textAt("metadata.annotations"))
                .as("a Service inside the cluster has no load balancer")
                .isEmpty();
    }

    @Test
    void fluxWaitsForNodes() {
        String release = TIMEOUTS.gpuRelease().value().minutes() + "m";
        assertThat(OBJECTS.object("HelmRelease/ollama").textAt("spec.timeout"))
                .isEqualTo(TIMEOUTS.modelsRelease().value().minutes() + "m");
        for (String name : List.of("dcgm-exporter", "nvidia-device-plugin")) {
            assertThat(OBJECTS.object("HelmRelease/" + name).textAt("spec.timeout"))
                    .as(name)
                    .isEqualTo(release);
        }
        assertThat(OBJECTS.ofKind("Kustomization").stream()
                        .map(stage -> stage.tree().textAt("spec.timeout"))
                        .filter(timeout -> !timeout.isEmpty()))
                .isNotEmpty()
                .containsOnly(TIMEOUTS.stage().value().minutes() + "m");
    }

    @Test
    void theShareIsAsFastAsTheLoadsCountWith() {
        assertThat(Renderer.render(PLAN, "digest", "1")
                        .files()
                        .files()
                        .get(RelPath.parse("bicep/test/main.bicepparam").orElseThrow()))
                .contains("throughputMibps: "
                        + PLAN.start().shareThroughput().value().whole());
    }
}
