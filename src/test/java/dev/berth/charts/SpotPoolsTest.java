package dev.berth.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.files.RelPath;
import dev.berth.plan.Plans;
import dev.berth.render.Renderer;
import dev.berth.yaml.YamlNode;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** AKS taints spot nodes: what has to run there tolerates it, and nothing else does. */
class SpotPoolsTest {

    private static final String TAINT = "kubernetes.azure.com/scalesetpriority";

    private static String values(String pool) {
        return Plans.serving("name: gemma2:2b", "name: mistral:7b, keep: onDemand, group: batch")
                + "gpuPools:\n  - { name: gpu, size: Standard_NC4as_T4_v3 }\n"
                + "  - { name: spare, size: Standard_NC4as_T4_v3" + pool + " }\n"
                + "inference: { groups: { default: { pool: gpu }, batch: { pool: spare } } }\n";
    }

    private static Map<RelPath, String> files(String pool) {
        return Renderer.render(Plans.of(values(pool)), "digest", "1").files().files();
    }

    private static String file(Map<RelPath, String> files, String path) {
        return String.valueOf(files.get(new RelPath(path)));
    }

    private static final Map<RelPath, String> SPOT = files(", spot: { usdPerHour: 0.12 }");
    private static final Map<RelPath, String> REGULAR = files("");

    @Test
    void azureIsToldWhichPoolIsOfSpotNodes() {
        assertThat(file(SPOT, "bicep/test/main.bicepparam").lines().filter(line -> line.contains("priority:")))
                .containsExactly("    priority: 'Regular'", "    priority: 'Regular'", "    priority: 'Spot'");
        assertThat(file(REGULAR, "bicep/test/main.bicepparam")).doesNotContain("'Spot'");
    }

    @Test
    void daemonSetsOfGpuNodesTolerateTheTaint() {
        for (String release : new String[] {"platform/nvidia-device-plugin", "observability/dcgm-exporter"}) {
            String path = "environments/test/westeurope/" + release + ".yaml";
            assertThat(file(SPOT, path)).as(release).contains("- key: " + TAINT);
            assertThat(file(REGULAR, path)).as(release).doesNotContain(TAINT);
        }
    }

    @Test
    void replicasTolerateTheTaintWhereTheirPoolHasIt() {
        Objects objects = Objects.of(values(", spot: { usdPerHour: 0.12 }"));
        assertThat(taints(objects.object("StatefulSet/ollama-batch"))).containsExactly("sku=gpu", TAINT + "=spot");
        assertThat(taints(objects.object("StatefulSet/ollama"))).containsExactly("sku=gpu");
    }

    private static Stream<String> taints(YamlNode workload) {
        return workload.itemsAt("spec.template.spec.tolerations").stream()
                .map(toleration -> toleration.textAt("key") + "=" + toleration.textAt("value"));
    }
}
