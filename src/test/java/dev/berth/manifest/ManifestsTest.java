package dev.berth.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.files.FileSet;
import dev.berth.files.RelPath;
import dev.berth.plan.Plan;
import dev.berth.plan.Plans;
import dev.berth.plan.ValueFileGenerator;
import dev.berth.render.Renderer;
import dev.berth.source.Code;
import dev.berth.source.Problem;
import dev.berth.source.Result;
import dev.berth.testing.Seeds;
import dev.berth.yaml.YamlNode;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ManifestsTest {

    private static FileSet files(Plan plan) {
        return Renderer.render(plan, "digest", "1").files();
    }

    private static List<Manifest> manifests(String text) {
        Result<List<Manifest>> result = Manifests.of(files(Plans.of(text)), "1.35");
        assertThat(result.problems()).isEmpty();
        return ((Result.Ok<List<Manifest>>) result).value();
    }

    private static YamlNode object(List<Manifest> manifests, String kindAndName) {
        return manifests.stream()
                .filter(manifest -> manifest.id().kindAndName().equals(kindAndName))
                .findFirst()
                .orElseThrow()
                .tree();
    }

    private static FileSet changed(FileSet files, String path, String before, String after) {
        TreeMap<RelPath, String> changed = new TreeMap<>(files.files());
        changed.computeIfPresent(new RelPath(path), (key, text) -> text.replace(before, after));
        assertThat(changed).isNotEqualTo(files.files());
        return FileSet.of(changed);
    }

    /** The numbers and the behaviour of the architecture document, in the object that Kubernetes will read. */
    @Test
    void theExampleEnvironmentHasTheDocumentsAutoscaler() {
        YamlNode hpa = object(manifests(Plans.example()), "HorizontalPodAutoscaler/ollama-hpa");
        assertThat(hpa.textAt("spec.minReplicas")).isEqualTo("2");
        assertThat(hpa.textAt("spec.maxReplicas")).isEqualTo("5");
        assertThat(hpa.textAt("spec.scaleTargetRef.name")).isEqualTo("ollama");
        assertThat(hpa.textAt("spec.metrics[0].object.metric.name")).isEqualTo("slots_in_use");
        assertThat(hpa.textAt("spec.metrics[1].pods.metric.name")).isEqualTo("gpu_memory_utilization");
        assertThat(hpa.textAt("spec.metrics[1].pods.target.type")).isEqualTo("AverageValue");
        assertThat(hpa.textAt("spec.metrics[1].pods.target.averageValue")).isEqualTo("70");
        assertThat(hpa.textAt("spec.metrics[2].resource.name")).isEqualTo("cpu");
        assertThat(hpa.textAt("spec.metrics[2].resource.target.averageUtilization"))
                .isEqualTo("75");
        assertThat(hpa.textAt("spec.metrics[3].resource.name")).isEqualTo("memory");
        assertThat(hpa.textAt("spec.metrics[3].resource.target.averageUtilization"))
                .isEqualTo("80");
        assertThat(hpa.textAt("spec.behavior.scaleUp.stabilizationWindowSeconds"))
                .isEqualTo("60");
        assertThat(hpa.textAt("spec.behavior.scaleUp.policies[0].value")).isEqualTo("1");
        assertThat(hpa.textAt("spec.behavior.scaleUp.policies[0].periodSeconds"))
                .isEqualTo("60");
        assertThat(hpa.textAt("spec.behavior.scaleDown.stabilizationWindowSeconds"))
                .isEqualTo("600");
        assertThat(hpa.textAt("spec.behavior.scaleDown.policies[0].value")).isEqualTo("1");
        assertThat(hpa.textAt("spec.behavior.scaleDown.policies[0].periodSeconds"))
                .isEqualTo("300");
    }

    @Test
    void selectorsAndReferencesMeet() {
        List<Manifest> manifests = manifests(Plans.serving("name: phi3.5"));
        YamlNode stateful = object(manifests, "StatefulSet/ollama");
        assertThat(stateful.textAt("spec.replicas"))
                .as("the autoscaler owns the replicas")
                .isEmpty();
        assertThat(stateful.textAt("spec.podManagementPolicy")).isEqualTo("Parallel");
        assertThat(object(manifests, "Service/" + stateful.textAt("spec.serviceName"))
                        .textAt("spec.clusterIP"))
                .isEqualTo("None");
        assertThat(object(manifests, "ServiceAccount/" + stateful.textAt("spec.template.spec.serviceAccountName")))
                .isNotNull();
        String claim = stateful.textAt("spec.template.spec.volumes[0].persistentVolumeClaim.claimName");
        String volume = object(manifests, "PersistentVolumeClaim/" + claim).textAt("spec.volumeName");
        assertThat(object(manifests, "PersistentVolume/" + volume).textAt("spec.claimRef.name"))
                .isEqualTo(claim);
        for (String selector : List.of(
                stateful.textAt("spec.selector.matchLabels[\"berth.dev/group\"]"),
                stateful.textAt("spec.template.metadata.labels[\"berth.dev/group\"]"),
                object(manifests, "PodDisruptionBudget/ollama")
                        .textAt("spec.selector.matchLabels[\"berth.dev/group\"]"))) {
            assertThat(selector).isEqualTo("default");
        }
        assertThat(object(manifests, "Service/ollama").textAt("spec.selector.app"))
                .isEqualTo("model-router")
                .isEqualTo(object(manifests, "StatefulSet/model-router").textAt("spec.template.metadata.labels.app"));
    }

    /** Large numbers come through Helm as they are, not as 1.048576e+06. */
    @Test
    void largeNumbersStayWhole() {
        String text = Plans.serving("name: llama3.1:8b, context: 131072")
                + "gpuPools: [{ name: gpu, size: Standard_NC24ads_A100_v4 }]\n";
        YamlNode stateful = object(manifests(text), "StatefulSet/ollama");
        assertThat(stateful.textAt("spec.template.spec.containers[0].env[4].name"))
                .isEqualTo("OLLAMA_CONTEXT_LENGTH");
        assertThat(stateful.textAt("spec.template.spec.containers[0].env[4].value"))
                .isEqualTo("131072");
    }

    @Test
    void everyPlanGivesObjectsThatHelmAccepts() {
        Seeds.each(40, random -> {
            if (Plans.result(new ValueFileGenerator(random).next()) instanceof Result.Ok<Plan> ok) {
                FileSet files = files(ok.value());
                assertThat(Manifests.of(files, "1.35").problems()).isEmpty();
                Chart.in(files).forEach(chart -> {
                    try (HelmChart helm = HelmChart.unpack(chart, "1.35")) {
                        assertThat(helm.lint()).isEmpty();
                    }
                });
            }
        });
    }

    /** Each region has all objects; what is known only in its cluster shows as the name of the fact. */
    @Test
    void everyRegionHasItsObjects() {
        List<Manifest> manifests = manifests(Plans.example().replace("[westeurope]", "[westeurope, northeurope]"));
        List<List<ObjectId>> regions = Stream.of("westeurope", "northeurope")
                .map(region -> manifests.stream()
                        .filter(manifest -> manifest.region().equals(region))
                        .map(Manifest::id)
                        .toList())
                .toList();
        assertThat(regions.get(0)).hasSizeGreaterThan(30).isEqualTo(regions.get(1));
        assertThat(regions.get(0).size() * 2).isEqualTo(manifests.size());
        YamlNode volume = object(manifests, "PersistentVolume/ollama-models");
        assertThat(volume.textAt("spec.csi.volumeHandle")).startsWith("storageResourceGroup#storageAccount#");
        YamlNode secrets = object(manifests, "SecretProviderClass/grafana");
        assertThat(secrets.textAt("spec.parameters.keyvaultName")).isEqualTo("keyVaultName");
        assertThat(secrets.textAt("spec.parameters.objects")).contains("objectName: grafana-admin-password");
        assertThat(object(manifests, "PrometheusRule/berth-signals").textAt("metadata.namespace"))
                .isEqualTo("monitoring");
    }

    @Test
    void helmsRefusalsAreProblems() {
        FileSet good = files(Plans.of(Plans.serving("name: phi3.5")));
        String chart = "charts-out/test/ollama/";
        FileSet brokenTemplate = changed(good, chart + "templates/service.yaml", "{{- end }}", "{{- ennd }}");
        assertThat(Manifests.of(brokenTemplate, "1.35").problems())
                .extracting(Problem::code)
                .contains(Code.HELM_REFUSES);
        FileSet wrongValue = changed(good, chart + "values.yaml", "minReplicas: 1", "minReplicas: 0");
        assertThat(Manifests.of(wrongValue, "1.35").problems())
                .extracting(Problem::message)
                .anyMatch(message -> message.contains("minReplicas"));
        FileSet unknownValue = changed(good, chart + "values.yaml", "    pool: gpu", "    pool: gpu\n    pol: gpu");
        Chart.in(unknownValue).forEach(each -> {
            try (HelmChart helm = HelmChart.unpack(each, "1.35")) {
                assertThat(helm.lint().isEmpty())
                        .as(each.name())
                        .isEqualTo(!each.name().equals("ollama"));
            }
        });
        FileSet noObject = changed(good, chart + "templates/service.yaml", "{{- range", "just text\n{{- range");
        assertThat(Manifests.of(noObject, "1.35").problems()).isNotEmpty();
    }
}
