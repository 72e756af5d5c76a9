package dev.berth.render.flux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.files.FileSet;
import dev.berth.files.RelPath;
import dev.berth.manifest.Manifest;
import dev.berth.manifest.Region;
import dev.berth.manifest.Release;
import dev.berth.plan.Plans;
import dev.berth.render.Renderer;
import dev.berth.source.Result;
import dev.berth.source.Sha256;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Mapping;
import dev.berth.yaml.YamlNode.Sequence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FluxTreeTest {

    private static final FileSet FILES = Renderer.render(
                    Plans.of(Plans.example()
                            .replace("[westeurope]", "[westeurope, northeurope]")
                            .replace("engine: hpa", "engine: keda")),
                    "digest",
                    "1")
            .files();
    private static final List<Region> REGIONS = ((Result.Ok<List<Region>>) Region.in(FILES)).value();
    private static final Region REGION = REGIONS.get(1);

    private static Manifest object(String kindAndName) {
        return REGION.objects().stream()
                .filter(object -> object.id().kindAndName().equals(kindAndName))
                .findFirst()
                .orElseThrow();
    }

    private static Release release(String name) {
        return REGION.releases().stream()
                .filter(release -> release.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void everyRegionHasTheSameObjectsUnderItsOwnName() {
        assertThat(REGIONS).extracting(Region::name).containsExactly("northeurope", "westeurope");
        assertThat(REGIONS.get(0).objects().stream().map(Manifest::id).toList())
                .isEqualTo(REGION.objects().stream().map(Manifest::id).toList());
        assertThat(release("kube-prometheus-stack").values().textAt("prometheus.prometheusSpec.externalLabels.cluster"))
                .isEqualTo("test-westeurope");
        assertThat(object("Kustomization/apps").tree().textAt("spec.path"))
                .isEqualTo("./environments/test/westeurope/apps");
    }

    @Test
    void everyTemplateIsRendered() throws IOException {
        Set<String> expected = new TreeSet<>();
        try (var templates = Files.walk(Path.of("src/main/jte/environments"))) {
            templates
                    .filter(Files::isRegularFile)
                    .map(path -> path.toString()
                            .replace("src/main/jte/environments/", "")
                            .replace(".jte", ""))
                    .filter(path -> path.endsWith(".yaml")
                            && !path.matches("kustomizations/stage.yaml|sources/repository.yaml"))
                    .forEach(expected::add);
        }
        assertThat(FILES.in(REGION.directory()).files().keySet().stream()
                        .map(path -> path.value()
                                .substring(REGION.directory().value().length() + 1)))
                .containsAll(expected);
    }

    /** Objects of Flux stay in one namespace: the extension allows no reference out of it. */
    @Test
    void everyObjectOfFluxLivesInItsNamespace() {
        REGION.objects().stream()
                .filter(object -> object.id().group().endsWith("toolkit.fluxcd.io"))
                .forEach(object -> assertThat(object.id().namespace()).isEqualTo("flux-system"));
    }

    @Test
    void everyReleaseIsNamedRetriedAndKeptAsItIs() {
        assertThat(REGION.releases()).hasSizeGreaterThanOrEqualTo(5).allSatisfy(release -> {
            YamlNode tree = release.object().tree();
            assertThat(release.name()).isEqualTo(release.object().id().name());
            assertThat(tree.textAt("spec.storageNamespace")).isEqualTo("flux-system");
            assertThat(tree.textAt("spec.install.strategy.name")).isEqualTo("RetryOnFailure");
            assertThat(tree.textAt("spec.upgrade.strategy.name")).isEqualTo("RetryOnFailure");
            assertThat(tree.textAt("spec.driftDetection.mode")).isEqualTo("enabled");
        });
        for (String ours : List.of("ollama", "open-webui")) {
            YamlNode tree = release(ours).object().tree();
            assertThat(tree.textAt("spec.chart.spec.reconcileStrategy")).isEqualTo("ChartVersion");
            assertThat(tree.textAt("spec.driftDetection.ignore[0].paths[0]")).isEqualTo("/spec/replicas");
        }
        YamlNode stack = release("kube-prometheus-stack").object().tree();
        assertThat(stack.textAt("spec.install.crds")).isEqualTo("CreateReplace");
        assertThat(stack.textAt("spec.upgrade.crds")).isEqualTo("CreateReplace");
    }

    /** A stage waits longer than each of its releases. */
    @Test
    void stagesWaitLongEnough() {
        for (Manifest stage : REGION.children()) {
            int waits = minutes(stage.tree().textAt("spec.timeout"));
            REGION.releases().stream()
                    .filter(release -> REGION.isBelow(release.object(), stage))
                    .forEach(release -> assertThat(
                                    minutes(release.object().tree().textAt("spec.timeout")))
                            .isLessThan(waits));
        }
        assertThat(release("ollama").object().tree().textAt("spec.timeout")).isEqualTo("70m");
    }

    private static int minutes(String duration) {
        assertThat(duration).endsWith("m");
        return Integer.parseInt(duration.substring(0, duration.length() - 1));
    }

    @Test
    void namespacesAreRestrictedButForTheHardware() {
        assertThat(object("Namespace/ollama").tree().textAt("metadata.labels[\"pod-security.kubernetes.io/enforce\"]"))
                .isEqualTo("restricted");
        assertThat(object("Namespace/monitoring")
                        .tree()
                        .textAt("metadata.labels[\"pod-security.kubernetes.io/enforce\"]"))
                .isEqualTo("restricted");
        assertThat(object("Namespace/gpu-system")
                        .tree()
                        .textAt("metadata.labels[\"pod-security.kubernetes.io/enforce\"]"))
                .isEqualTo("privileged");
        REGION.objects().stream()
                .filter(object -> object.id().kind().equals("Namespace"))
                .forEach(object -> assertThat(
                                object.tree().textAt("metadata.annotations[\"kustomize.toolkit.fluxcd.io/prune\"]"))
                        .isEqualTo("Disabled"));
    }

    /** Only what serves the GPUs tolerates their taint. */
    @Test
    void onlyTheReleasesOfTheGpusTolerateTheirTaint() {
        assertThat(REGION.releases().stream()
                        .filter(release -> release.object().text().text().contains("key: sku"))
                        .map(Release::name))
                .containsExactlyInAnyOrder("dcgm-exporter", "nvidia-device-plugin");
    }

    @Test
    void theDigestOfTheCountersRestartsTheExporter() {
        Mapping values = release("dcgm-exporter").ownValues();
        String counters = values.textAt("customMetrics");
        assertThat(values.textAt("podAnnotations[\"berth.dev/counters-sha256\"]"))
                .isEqualTo(Sha256.of(counters));
        assertThat(counters.lines().map(line -> line.split(",")[0].strip()))
                .contains(
                        "DCGM_FI_DEV_FB_USED",
                        "DCGM_FI_DEV_FB_FREE",
                        "DCGM_FI_DEV_FB_RESERVED",
                        "DCGM_FI_DEV_FB_TOTAL",
                        "DCGM_FI_DEV_GPU_UTIL",
                        "DCGM_FI_DEV_GPU_TEMP",
                        "DCGM_FI_PROF_GR_ENGINE_ACTIVE");
        assertThat(counters.lines()).allMatch(line -> line.matches("DCGM_FI_\\w+, +(gauge|counter), [^,]+\\."));
    }

    /** Fields that Flux 2.7, which the AKS extension has, does not know. */
    @Test
    void noFieldIsNewerThanTheFluxOfAks() {
        Set<String> anywhere = Set.of(
                "waitStrategy",
                "serverSideApply",
                "postRenderStrategy",
                "chartNameChangeStrategy",
                "readyExpr",
                "literal");
        for (Region region : REGIONS) {
            for (Manifest object : region.objects()) {
                if (object.id().group().endsWith("toolkit.fluxcd.io")) {
                    Set<String> keys = keys(object.tree(), new TreeSet<>());
                    assertThat(keys).as(object.template()).doesNotContainAnyElementsOf(anywhere);
                    boolean isRelease = object.id().kind().equals("HelmRelease");
                    assertThat(object.tree().nodeAt(isRelease ? "spec.healthCheckExprs" : "spec.ignore"))
                            .as(object.template())
                            .isEmpty();
                }
            }
        }
    }

    private static Set<String> keys(YamlNode node, Set<String> keys) {
        if (node instanceof Mapping mapping) {
            mapping.entries().forEach((key, entry) -> {
                keys.add(key);
                keys(entry.value(), keys);
            });
        } else if (node instanceof Sequence sequence) {
            sequence.items().forEach(item -> keys(item, keys));
        }
        return keys;
    }

    @Test
    void theMarkerStandsAboveTheRegions() {
        assertThat(FILES.files()).containsKey(new RelPath("environments/test/.berth.yaml"));
        assertThat(FILES.in(new RelPath("environments")).files().keySet().stream()
                        .map(path -> path.value().split("/")[2])
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(".berth.yaml", "northeurope", "westeurope");
    }
}
