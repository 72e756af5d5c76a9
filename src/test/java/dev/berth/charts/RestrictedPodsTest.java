package dev.berth.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.plan.Plans;
import dev.berth.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every pod keeps to the Pod Security level of its namespace, and to what is stricter here. */
class RestrictedPodsTest {

    private static final Objects OBJECTS = Objects.of(Plans.example());

    private static List<YamlNode> pods() {
        return Stream.of("Deployment", "Job", "StatefulSet")
                .flatMap(kind -> OBJECTS.ofKind(kind).stream())
                .<YamlNode>map(manifest -> manifest.tree())
                .toList();
    }

    @Test
    void containersHaveNoRights() {
        assertThat(pods()).hasSize(4);
        for (YamlNode workload : pods()) {
            String pod = "spec.template.spec.";
            assertThat(workload.textAt(pod + "securityContext.runAsNonRoot")).isEqualTo("true");
            assertThat(workload.textAt(pod + "securityContext.seccompProfile.type"))
                    .isEqualTo("RuntimeDefault");
            assertThat(workload.textAt(pod + "automountServiceAccountToken")).isEqualTo("false");
            List<YamlNode> containers = new ArrayList<>(workload.itemsAt(pod + "containers"));
            containers.addAll(workload.itemsAt(pod + "initContainers"));
            for (YamlNode container : containers) {
                String context = "securityContext.";
                assertThat(container.textAt(context + "allowPrivilegeEscalation"))
                        .isEqualTo("false");
                assertThat(container.textAt(context + "readOnlyRootFilesystem")).isEqualTo("true");
                assertThat(container.textAt(context + "capabilities.drop[0]")).isEqualTo("ALL");
                for (String resource : List.of("requests.cpu", "requests.memory", "limits.memory")) {
                    assertThat(container.textAt("resources." + resource))
                            .as(resource)
                            .isNotEmpty();
                }
            }
        }
    }

    /** CPU pods stay on their pool: they do not tolerate the taint of the GPUs. */
    @Test
    void onlyOllamaGoesToTheGpus() {
        for (YamlNode workload : pods()) {
            if (!workload.textAt("kind").equals("StatefulSet")) {
                assertThat(workload.itemsAt("spec.template.spec.tolerations")).isEmpty();
                assertThat(workload.textAt("spec.template.spec.nodeSelector[\"kubernetes.azure.com/agentpool\"]"))
                        .isEqualTo("apps");
            }
        }
        assertThat(OBJECTS.object("StatefulSet/ollama").textAt("spec.template.spec.tolerations[0].key"))
                .isEqualTo("sku");
    }

    /** Only the router asks Ollama, only Open WebUI the router, and what no policy names is cut off. */
    @Test
    void policiesLetInWhoIsNamed() {
        YamlNode ollama = OBJECTS.object("NetworkPolicy/ollama");
        assertThat(ollama.itemsAt("spec.ingress[0].from"))
                .extracting(from -> from.textAt("podSelector.matchLabels.app"))
                .containsExactly("model-router");
        assertThat(ollama.itemsAt("spec.egress")).isEmpty();
        assertThat(ollama.itemsAt("spec.policyTypes")).hasSize(2);
        YamlNode router = OBJECTS.object("NetworkPolicy/model-router");
        assertThat(router.itemsAt("spec.ingress[0].from"))
                .extracting(from -> from.textAt("podSelector.matchLabels.app"))
                .containsExactly("open-webui");
        YamlNode rest = OBJECTS.object("NetworkPolicy/default-deny");
        assertThat(rest.entriesAt("spec.podSelector")).isEmpty();
        assertThat(rest.itemsAt("spec.ingress")).isEmpty();
        assertThat(rest.itemsAt("spec.egress")).isEmpty();
        assertThat(rest.itemsAt("spec.policyTypes")).hasSize(2);
    }
}
