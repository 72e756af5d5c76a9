package dev.berth.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.explain.Explanation.Decided;
import dev.berth.explain.Explanation.Fixed;
import dev.berth.explain.Explanation.Landed;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.Manifests;
import dev.berth.plan.Plan;
import dev.berth.plan.Plans;
import dev.berth.render.Renderer;
import dev.berth.render.output.Rendered;
import dev.berth.source.Result;
import dev.berth.yaml.YamlNode.Scalar;
import dev.berth.yaml.YamlPath;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplainerTest {

    private static final Plan PLAN = Plans.of(Plans.serving(
                    "name: mistral:7b",
                    "name: phi3.5",
                    "name: gemma2:2b, keep: onDemand",
                    "name: gpt-oss, keep: onDemand, group: large")
            + """
                    gpuPools:
                      - { name: gpu, size: Standard_NC4as_T4_v3 }
                    inference:
                      groups:
                        default: { slots: 1, replicas: { min: 2, max: 4 } }
                        large: { slots: 1, signals: [cpu], targets: { cpu: 60 } }
                    """);
    private static final Rendered RENDERED = Renderer.render(PLAN, "digest", "1");

    private static final Explainer EXPLAINER = new Explainer(PLAN, RENDERED);

    private static Explanation explain(String address) {
        Result<Explanation> result = EXPLAINER.explain(address);
        assertThat(result.problems()).as(address).isEmpty();
        return ((Result.Ok<Explanation>) result).value();
    }

    @ParameterizedTest
    @CsvSource({
        "HorizontalPodAutoscaler/ollama-hpa:spec.minReplicas, group.default.replicas.min",
        "HorizontalPodAutoscaler/ollama-hpa:spec.maxReplicas, group.default.replicas.max",
        "HorizontalPodAutoscaler/ollama-large-hpa:spec.minReplicas, group.large.replicas.min",
        "HorizontalPodAutoscaler/ollama-hpa:spec.metrics[0].object.target.averageValue, group.default.target.slots",
        "HorizontalPodAutoscaler/ollama-hpa:spec.metrics[1].pods.target.averageValue, group.default.target.gpu-memory",
        "HorizontalPodAutoscaler/ollama-hpa:spec.metrics[2].resource.target.averageUtilization, group.default.target.cpu",
        "HorizontalPodAutoscaler/ollama-large-hpa:spec.metrics[0].resource.target.averageUtilization, group.large.target.cpu",
        "HorizontalPodAutoscaler/ollama-hpa:spec.behavior.scaleUp.policies[0].periodSeconds, group.default.scaleUp",
        "HorizontalPodAutoscaler/ollama-hpa:spec.behavior.scaleDown.stabilizationWindowSeconds, group.default.scaleDown",
        "StatefulSet/ollama:spec.template.spec.containers[0].env[3].value, group.default.slots",
        "StatefulSet/ollama:spec.template.spec.containers[0].env[4].value, group.default.contextLength",
        "StatefulSet/ollama:spec.template.spec.containers[0].env[5].value, group.default.loadedModels",
        "StatefulSet/ollama:spec.template.spec.containers[0].env[7].value, timeouts.modelLoad",
        "StatefulSet/ollama:spec.template.spec.containers[0].startupProbe.failureThreshold, timeouts.startup",
        "StatefulSet/ollama:spec.template.spec.containers[0].resources.requests.cpu, group.default.requests.cpu",
        "StatefulSet/ollama-large:spec.template.spec.containers[0].resources.limits.memory, group.large.requests.memory",
        "PersistentVolume/ollama-models:spec.capacity.storage, share.size",
        "charts-out/test/ollama/values.yaml:groups.default.models[0].context, model.mistral:7b.context",
        "bicep/test/main.bicepparam:pools[1].minNodes, pool.gpu.nodes.min",
        "bicep/test/main.bicepparam:regions[0].addresses.postgres, region.westeurope.addresses.postgres",
        "bicep/test/main.bicepparam:cluster.autoScaler.scan-interval, cluster.autoScaler.scan-interval"
    })
    void findsTheDecisionBehindAField(String address, String decision) {
        assertThat(explain(address)).isInstanceOfSatisfying(Landed.class, landed -> {
            assertThat(landed.decision().id()).isEqualTo(decision);
            assertThat(PLAN.decisions().get(decision)).isSameAs(landed.decision());
        });
    }

    @Test
    void saysOfTheOthersThatNoFigureStandsThere() {
        assertThat(explain("StatefulSet/ollama:spec.serviceName")).isInstanceOf(Fixed.class);
        assertThat(explain("charts-out/test/ollama/values.yaml:image.repository"))
                .isInstanceOf(Fixed.class);
        assertThat(explain("bicep/test/main.bicepparam:pools[1].labels[\"nvidia.com/gpu.present\"]"))
                .isInstanceOf(Fixed.class);
        assertThat(explain("plan:share.size")).isInstanceOf(Decided.class);
    }

    /** Every field of every object has an answer, and the value in it is the object's own. */
    @Test
    void everyFieldOfEveryObjectHasAnAnswer() {
        List<Manifest> manifests = ((Result.Ok<List<Manifest>>) Manifests.of(RENDERED.files(), "1.35")).value();
        int explained = 0;
        for (Manifest manifest : manifests) {
            List<YamlPath> fields = RenderedPlan.scalars(manifest.tree());
            assertThat(fields).isNotEmpty();
            for (YamlPath field : fields) {
                String address = manifest.id().kindAndName() + ":" + field;
                Explanation answer = explain(address);
                String value = ((Scalar) manifest.tree().at(field).orElseThrow()).text();
                assertThat(answer instanceof Landed landed ? landed.value() : ((Fixed) answer).value())
                        .as(address)
                        .isEqualTo(value);
                explained++;
            }
        }
        assertThat(explained).isGreaterThan(40);
    }
}
