package dev.berth.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.catalog.GpuSize;
import dev.berth.files.RelPath;
import dev.berth.plan.Plan;
import dev.berth.plan.Plans;
import dev.berth.plan.group.GroupPlan;
import dev.berth.plan.placement.Tenant;
import dev.berth.render.Renderer;
import dev.berth.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the models get onto their share, and from there into the replicas. */
class ModelsTest {

    private static final String TEXT = """
            apiVersion: berth.dev/v1
            azure: { regions: [westeurope] }
            models:
              - { name: phi3.5 }
              - { name: llama3.1:8b, context: 8192 }
              - { name: mistral:7b }
              - { name: gemma2:2b, group: small }
              - { name: deepseek-r1:8b, keep: onDemand, group: small }
            gpuPools:
              - { name: gpu, size: Standard_NC4as_T4_v3 }
              - { name: cheap, size: Standard_NC4as_T4_v3, sharing: { timeSlices: 2 } }
            inference:
              groups: { default: { pool: gpu, replicas: { min: 3, max: 4 } }, small: { pool: cheap } }
            """;
    private static final Plan PLAN = Plans.of(TEXT);
    private static final Objects OBJECTS = Objects.of(TEXT);

    private static final String POD = "spec.template.spec.";

    private static YamlNode job() {
        return only("Job");
    }

    private static YamlNode only(String kind) {
        assertThat(OBJECTS.ofKind(kind)).hasSize(1);
        return OBJECTS.ofKind(kind).get(0).tree();
    }

    private static List<YamlNode> statefulSets() {
        return OBJECTS.ofKind("StatefulSet").stream()
                .filter(stateful -> stateful.id().name().startsWith("ollama"))
                .<YamlNode>map(manifest -> manifest.tree())
                .toList();
    }

    private static List<YamlNode> containers(YamlNode workload) {
        List<YamlNode> all = new ArrayList<>(workload.itemsAt(POD + "initContainers"));
        all.addAll(workload.itemsAt(POD + "containers"));
        return all;
    }

    private static YamlNode container(YamlNode workload, String name) {
        return containers(workload).stream()
                .filter(container -> container.textAt("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String set() {
        return job().textAt("metadata.name").substring("ollama-models-".length());
    }

    @Test
    void allNameTheSameSet() {
        assertThat(set()).matches("[0-9a-f]{12}");
        YamlNode writer = container(job(), "writer");
        assertThat(writer.textAt("command[3]")).isEqualTo(set());
        assertThat(job().textAt(POD + "volumes[1].configMap.name")).isEqualTo("ollama-models-" + set());
        assertThat(OBJECTS.object("ConfigMap/ollama-models-" + set()).textAt("immutable"))
                .isEqualTo("true");
        assertThat(statefulSets()).hasSize(2).allSatisfy(stateful -> {
            assertThat(container(stateful, "wait").textAt("command[4]")).isEqualTo("/models/.berth/" + set());
            assertThat(container(stateful, "wait").textAt("command[5]")).isEqualTo("ollama-models-" + set());
            assertThat(Objects.environment(container(stateful, "ollama")))
                    .containsEntry("OLLAMA_MODELS", "/models/sets/" + set());
        });
    }

    @Test
    void theWriterHasTheModelsOfAllGroups() {
        YamlNode data = OBJECTS.object("ConfigMap/ollama-models-" + set());
        assertThat(data.entriesAt("data").keySet())
                .containsExactlyInAnyOrder(
                        "fill.sh",
                        "model.phi3.5_3.8b",
                        "model.llama3.1_8b",
                        "model.mistral_7b",
                        "model.gemma2_2b",
                        "model.deepseek-r1_8b");
        assertThat(data.textAt("data[\"model.phi3.5_3.8b\"]")).isEqualTo("phi3.5:3.8b 61819fb370a3 4096 phi3.5");
        assertThat(data.textAt("data[\"model.llama3.1_8b\"]")).isEqualTo("llama3.1:8b 46e0c10c039e 8192");
    }

    /** A finished Job stays, so that nothing is done again; one that is tried again is tried in peace. */
    @Test
    void theJobIsDoneOnce() {
        assertThat(job().textAt("spec.ttlSecondsAfterFinished")).isEmpty();
        assertThat(job().textAt(POD + "restartPolicy")).isEqualTo("Never");
        assertThat(job().textAt("spec.podReplacementPolicy")).isEqualTo("Failed");
        assertThat(Integer.parseInt(job().textAt("spec.backoffLimit"))).isGreaterThan(10);
        assertThat(job().textAt("spec.podFailurePolicy.rules[1].onExitCodes.values[0]"))
                .isEqualTo("65");
        assertThat(job().textAt("spec.podFailurePolicy.rules[1].onExitCodes.containerName"))
                .isEqualTo("writer");
    }

    @Test
    void onlyTheWriterWrites() {
        assertThat(mount(container(job(), "writer"), "/models").textAt("readOnly"))
                .isEmpty();
        for (YamlNode stateful : statefulSets()) {
            for (String name : List.of("wait", "ollama")) {
                assertThat(mount(container(stateful, name), "/models").textAt("readOnly"))
                        .as(name)
                        .isEqualTo("true");
            }
        }
    }

    private static YamlNode mount(YamlNode container, String path) {
        return container.itemsAt("volumeMounts").stream()
                .filter(mount -> mount.textAt("mountPath").equals(path))
                .findFirst()
                .orElseThrow();
    }

    /** The image asks for all GPUs of the node; who has not asked Kubernetes for one says that it means none. */
    @Test
    void onlyWhoAskedForAGpuSeesOne() {
        List<YamlNode> all = Stream.concat(Stream.of(job()), statefulSets().stream())
                .flatMap(workload -> containers(workload).stream())
                .toList();
        assertThat(all).hasSize(7);
        for (YamlNode container : all) {
            boolean asks =
                    !container.textAt("resources.limits[\"nvidia.com/gpu\"]").isEmpty();
            assertThat(asks).isEqualTo(container.textAt("name").equals("ollama"));
            assertThat(Objects.environment(container).getOrDefault("NVIDIA_VISIBLE_DEVICES", ""))
                    .isEqualTo(asks ? "" : "void");
        }
    }

    @Test
    void eachOrdinalHasTheHomesOfThePlan() {
        for (GroupPlan group : PLAN.groups()) {
            String workload = group.name().equals("default") ? "ollama" : "ollama-small";
            YamlNode homes = OBJECTS.object("ConfigMap/" + workload + "-homes");
            List<String> expected = group.homes().stream()
                    .map(ordinal -> String.join(
                            " ", ordinal.homes().stream().map(Tenant::name).toList()))
                    .toList();
            assertThat(expected).hasSize(group.minReplicas().value());
            for (int ordinal = 0; ordinal < expected.size(); ordinal++) {
                assertThat(homes.textAt("data[\"" + ordinal + "\"]")).isEqualTo(expected.get(ordinal));
            }
            assertThat(homes.textAt("data.embeddings")).isEmpty();
            assertThat(homes.entriesAt("data")).as("those above have none").hasSize(expected.size() + 1);
            YamlNode stateful = OBJECTS.object("StatefulSet/" + workload);
            assertThat(stateful.textAt(POD + "volumes[1].configMap.name")).isEqualTo(workload + "-homes");
            for (String name : List.of("ollama", "keeper")) {
                assertThat(container(stateful, name).itemsAt("env"))
                        .anySatisfy(variable -> assertThat(variable.textAt("valueFrom.fieldRef.fieldPath"))
                                .isEqualTo("metadata.labels['apps.kubernetes.io/pod-index']"));
            }
        }
    }

    @Test
    void aModelForEmbeddingsIsToldFromTheOthers() {
        String values = Renderer.render(
                        Plans.of(
                                Plans.serving("name: phi3.5", "name: gemma2:2b"),
                                model -> model.name().equals("gemma2:2b") ? LlmModels.embedding(model) : model),
                        "digest",
                        "1")
                .files()
                .files()
                .get(RelPath.parse("charts-out/test/ollama/values.yaml").orElseThrow());
        assertThat(values).contains("embedding: true").contains("embedding: false");
    }

    /** A node takes as many replicas as it has GPUs or slices, and its DaemonSets. */
    @Test
    void replicasFitWithWhatRunsBesideThem() {
        for (GroupPlan group : PLAN.groups()) {
            YamlNode stateful =
                    OBJECTS.object("StatefulSet/" + (group.name().equals("default") ? "ollama" : "ollama-small"));
            double cpu = 0;
            double memory = 0;
            for (YamlNode container : stateful.itemsAt(POD + "containers")) {
                cpu += Double.parseDouble(
                        container.textAt("resources.requests.cpu").replace("m", ""));
                memory += gib(container.textAt("resources.requests.memory"));
            }
            YamlNode wait = container(stateful, "wait");
            assertThat(gib(wait.textAt("resources.requests.memory"))).isLessThanOrEqualTo(memory);
            int replicas = PLAN.pool(group).replicasPerNode();
            GpuSize size = PLAN.pool(group).size();
            var reserve = PLAN.platform().daemonSetReserve();
            assertThat(cpu * replicas + reserve.cpu().amount())
                    .isLessThanOrEqualTo(size.allocatableCpu().amount());
            assertThat(memory * replicas + reserve.memory().amount())
                    .isLessThanOrEqualTo(size.allocatableMemory().amount())
                    .as("and not much is left over")
                    .isGreaterThan(size.allocatableMemory().amount() - replicas);
        }
    }

    private static double gib(String quantity) {
        double number = Double.parseDouble(quantity.replaceAll("[MG]i", ""));
        return quantity.endsWith("Gi") ? number : number / 1024;
    }

    @Test
    void aReplicaIsStartedWhenItsHomesAreLoadedAndReadyWhileItAnswers() {
        for (YamlNode stateful : statefulSets()) {
            YamlNode ollama = container(stateful, "ollama");
            assertThat(ollama.textAt("startupProbe.exec.command[0]")).isEqualTo("sh");
            assertThat(ollama.textAt("readinessProbe.httpGet.path")).isEqualTo("/");
            assertThat(stateful.textAt("spec.podManagementPolicy")).isEqualTo("Parallel");
            assertThat(stateful.textAt("spec.updateStrategy.type")).isEqualTo("RollingUpdate");
        }
    }

    /** Kubernetes makes one dollar of two in what it starts, and a known name of what stands in dollar and brackets. */
    @ParameterizedTest
    @ValueSource(strings = {"wait", "keep", "started"})
    void scriptsInCommandsAreTheFilesAndReachTheShellUnchanged(String script) {
        String file = Renderer.render(PLAN, "digest", "1")
                .files()
                .files()
                .get(RelPath.parse("charts-out/test/ollama/files/" + script + ".sh")
                        .orElseThrow());
        YamlNode stateful = OBJECTS.object("StatefulSet/ollama");
        String command = switch (script) {
            case "wait" -> container(stateful, "wait").textAt("command[2]");
            case "keep" -> container(stateful, "keeper").textAt("command[2]");
            default -> container(stateful, "ollama").textAt("startupProbe.exec.command[2]");
        };
        assertThat(command.strip()).isEqualTo(file.strip());
        assertThat(command).doesNotContain("$$").doesNotContain("$(ORDINAL)");
    }

    @Test
    void theWriterReachesTheRegistryAndTheReplicasDoNot() {
        YamlNode replicas = OBJECTS.object("NetworkPolicy/ollama");
        assertThat(ports(replicas)).isEmpty();
        YamlNode writer = OBJECTS.object("NetworkPolicy/ollama-models");
        assertThat(ports(writer)).containsExactly("53", "53", "443");
        assertThat(writer.textAt("spec.egress[1].to[0].ipBlock.cidr")).isEqualTo("0.0.0.0/0");
        assertThat(writer.itemsAt("spec.egress[1].to[0].ipBlock.except")).hasSize(5);
        assertThat(writer.itemsAt("spec.ingress")).isEmpty();
        assertThat(writer.itemsAt("spec.policyTypes")).hasSize(2);
        assertThat(job().textAt("spec.template.metadata.labels.app"))
                .isEqualTo(writer.textAt("spec.podSelector.matchLabels.app"))
                .isNotEqualTo(replicas.textAt("spec.podSelector.matchLabels.app"));
    }

    private static List<String> ports(YamlNode policy) {
        return policy.itemsAt("spec.egress").stream()
                .flatMap(rule -> rule.itemsAt("ports").stream())
                .map(port -> port.textAt("port"))
                .toList();
    }
}
