package dev.berth.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.plan.Plans;
import dev.berth.yaml.YamlNode;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Volumes, claims and pods meet, and nothing that people have put on a share is lost with a release. */
class SharesTest {

    private static final Objects OBJECTS = Objects.of(Plans.serving("name: phi3.5"));

    @TestFactory
    Stream<DynamicTest> everyShareIsMountedAndKept() {
        return Stream.of("ollama-models StatefulSet/ollama models", "open-webui-uploads Deployment/open-webui webui")
                .map(share -> DynamicTest.dynamicTest(share, () -> {
                    String[] parts = share.split(" ");
                    check(parts[0], parts[1], parts[2]);
                }));
    }

    private static void check(String name, String workload, String share) {
        YamlNode volume = OBJECTS.object("PersistentVolume/" + name);
        YamlNode claim = OBJECTS.object("PersistentVolumeClaim/" + name);
        for (YamlNode object : java.util.List.of(volume, claim)) {
            assertThat(object.textAt("metadata.annotations[\"helm.sh/resource-policy\"]"))
                    .isEqualTo("keep");
            assertThat(object.scalarAt("spec.storageClassName").orElseThrow().text())
                    .as("no class")
                    .isEmpty();
        }
        assertThat(volume.textAt("spec.persistentVolumeReclaimPolicy")).isEqualTo("Retain");
        assertThat(volume.textAt("spec.claimRef.name")).isEqualTo(name);
        assertThat(volume.textAt("spec.csi.volumeAttributes.shareName")).isEqualTo(share);
        assertThat(volume.textAt("spec.csi.volumeAttributes.protocol")).isEqualTo("nfs");
        assertThat(volume.textAt("spec.csi.volumeAttributes.encryptInTransit")).isEqualTo("true");
        assertThat(volume.textAt("spec.csi.volumeHandle")).endsWith("#" + share);
        assertThat(claim.textAt("spec.volumeName")).isEqualTo(name);
        assertThat(claim.textAt("spec.resources.requests.storage"))
                .as("the same for every size, because it can never change")
                .isEqualTo("1Gi");
        assertThat(OBJECTS.object(workload).itemsAt("spec.template.spec.volumes"))
                .anyMatch(mounted ->
                        mounted.textAt("persistentVolumeClaim.claimName").equals(name));
    }
}
