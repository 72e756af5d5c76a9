package dev.berth.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.catalog.Service;
import dev.berth.plan.Plan;
import dev.berth.plan.Plans;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.group.GroupPlan;
import dev.berth.render.Renderer;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Scalar;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of a queue scale a group, and wake it where it runs nothing. */
class QueuesTest {

    private static final String MODELS =
            Plans.serving("name: gemma2:2b", "name: mistral:7b, keep: onDemand, group: batch");

    private static String groups(String kept, String batch) {
        return MODELS + "inference: { groups: { default: { " + kept + " }, batch: { " + batch + " } } }\n";
    }

    private static final String QUEUES = groups(
            "engine: keda, queue: { name: titles, messagesPerReplica: 20 }",
            "engine: keda, slots: 2, signals: [cpu], queue: { name: summaries }");

    private static final String NO_QUEUES = groups("engine: keda", "engine: keda, slots: 2, signals: [cpu]");

    private static GroupPlan batch(String values) {
        return Plans.of(values).groups().get(1);
    }

    private static YamlNode trigger(YamlNode scaledObject) {
        List<YamlNode> queues = scaledObject.itemsAt("spec.triggers").stream()
                .filter(trigger -> trigger.textAt("type").equals("azure-queue"))
                .toList();
        assertThat(queues).hasSize(1);
        return queues.get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ollama titles 20 1", "ollama-batch summaries 2 0"})
    void aTriggerCountsWhatWaitsAndWhatIsInWork(String expected) {
        String[] group = expected.split(" ");
        Objects objects = Objects.of(QUEUES);
        YamlNode scaledObject = objects.object("ScaledObject/" + group[0]);
        assertThat(scaledObject.textAt("spec.minReplicaCount")).isEqualTo(group[3]);
        YamlNode trigger = trigger(scaledObject);
        Map<String, String> metadata = Peer.labels(trigger, "metadata");
        // A fact stands for itself where nobody has deployed yet.
        assertThat(metadata)
                .containsOnly(
                        Map.entry("accountName", "queueAccount"),
                        Map.entry("queueName", group[1]),
                        Map.entry("queueLength", group[2]),
                        Map.entry("activationQueueLength", "0"),
                        Map.entry("queueLengthStrategy", "all"),
                        Map.entry("cloud", "AzurePublicCloud"));
        assertThat(trigger.textAt("metricType"))
                .as("what a fallback can reckon with")
                .isEqualTo("AverageValue");
        assertThat(scaledObject.textAt("spec.fallback.replicas")).isEqualTo("1");
        YamlNode identity = objects.object("TriggerAuthentication/" + trigger.textAt("authenticationRef.name"));
        assertThat(identity.textAt("metadata.namespace")).isEqualTo(scaledObject.textAt("metadata.namespace"));
        assertThat(identity.textAt("spec.podIdentity.provider")).isEqualTo("azure-workload");
        assertThat(identity.textAt("spec.podIdentity.identityId")).isEqualTo("kedaClientId");
    }

    @Test
    void aGroupWithoutAReplicaIsWokenByItsQueueAlone() {
        assertThat(batch(QUEUES).minReplicas().value()).isZero();
        assertThat(batch(QUEUES).homeReplicas().formula()).endsWith("the first message starts one");
        assertThat(batch(NO_QUEUES).minReplicas().value())
                .as("what nobody could wake has to stay")
                .isEqualTo(1);
        assertThat(batch(QUEUES.replace("signals: [cpu]", "signals: [slots, cpu]"))
                        .homeReplicas()
                        .formula())
                .endsWith("the first request or message starts one");
    }

    @Test
    void messagesAReplicaFollowTheSlotsUnlessTheyArePinned() {
        Plan plan = Plans.of(QUEUES);
        Decision<Integer> derived = batch(QUEUES).queue().orElseThrow().messagesPerReplica();
        assertThat(derived.value()).isEqualTo(2);
        assertThat(derived.formula()).startsWith("slots 2: ");
        assertThat(plan.decisions()).containsEntry("group.batch.queue.messagesPerReplica", derived);
        Decision<Integer> pinned = plan.groups().get(0).queue().orElseThrow().messagesPerReplica();
        assertThat(pinned.because()).isEqualTo("set by inference.groups.default.queue.messagesPerReplica");
        assertThat(pinned.overruled().orElseThrow().value())
                .isEqualTo(plan.groups().get(0).slots().value());
    }

    @Test
    void theOperatorOfKedaIsAnIdentityOnlyWhereItCountsMessages() {
        YamlNode release = Objects.of(QUEUES).object("HelmRelease/keda");
        assertThat(release.textAt("spec.values.podIdentity.azureWorkload.enabled"))
                .isEqualTo("true");
        assertThat(release.itemsAt("spec.valuesFrom"))
                .extracting(from -> from.textAt("name") + " " + from.textAt("valuesKey") + " "
                        + from.textAt("targetPath") + from.textAt("optional"))
                .containsExactly(
                        "cluster-facts kedaClientId podIdentity.azureWorkload.clientId",
                        "cluster-facts tenantId podIdentity.azureWorkload.tenantId");
        assertThat(Objects.of(QUEUES).object("ConfigMap/cluster-facts").entriesAt("data"))
                .containsKeys("queueAccount", "kedaClientId");

        Objects none = Objects.of(NO_QUEUES);
        assertThat(none.object("HelmRelease/keda").nodeAt("spec.values.podIdentity"))
                .isEmpty();
        assertThat(none.object("HelmRelease/keda").itemsAt("spec.valuesFrom")).isEmpty();
        assertThat(none.object("ConfigMap/cluster-facts").entriesAt("data"))
                .doesNotContainKeys("queueAccount", "kedaClientId");
        assertThat(none.ofKind("TriggerAuthentication")).isEmpty();
        assertThat(parameters(NO_QUEUES)).contains("param queues = []\n");
    }

    @Test
    void azureCreatesTheQueues() {
        assertThat(parameters(QUEUES)).contains("param queues = [\n  'titles'\n  'summaries'\n]\n");
    }

    /** The messages that wait do not go lost while somebody works on the group. */
    @Test
    void aPausedGroupKeepsItsQueue() {
        String paused = QUEUES.replace("slots: 2", "paused: true");
        assertThat(Objects.of(paused).ofKind("TriggerAuthentication"))
                .extracting(manifest -> manifest.id().name())
                .containsExactly("ollama");
        assertThat(parameters(paused)).contains("'summaries'");
    }

    @Test
    void theQueuesCostSomethingWhereThereAreSome() {
        assertThat(notCounted(QUEUES)).contains(Service.QUEUES);
        assertThat(notCounted(NO_QUEUES)).doesNotContain(Service.QUEUES).contains(Service.STORAGE);
    }

    private static List<Service> notCounted(String values) {
        return Plans.of(values).cost().notCounted().stream()
                .map(missing -> missing.service())
                .toList();
    }

    /** Programs that take messages out of a queue ask whom everybody asks. */
    @ParameterizedTest
    @ValueSource(strings = {"router model-router", "round-robin ollama"})
    void workersReachTheModelsFromNamespacesThatSaySo(String routing) {
        String[] words = routing.split(" ");
        assertThat(workers(QUEUES, words[0], words[1])).containsExactly("http");
        assertThat(workers(NO_QUEUES, words[0], words[1])).isEmpty();
        String other = words[1].equals("ollama") ? "open-webui" : "ollama";
        assertThat(workers(QUEUES, words[0], other)).isEmpty();
    }

    private static List<String> workers(String values, String routing, String policy) {
        return Objects.of(values.replace("inference: {", "inference: { routing: " + routing + ","))
                .object("NetworkPolicy/" + policy)
                .itemsAt("spec.ingress")
                .stream()
                .filter(rule -> rule.itemsAt("from").stream()
                        .anyMatch(from -> Peer.labels(from, "namespaceSelector.matchLabels")
                                .equals(Map.of("berth.dev/workers", "true"))))
                .flatMap(rule -> rule.itemsAt("ports").stream())
                .map(port -> ((Scalar) port.nodeAt("port").orElseThrow()).text())
                .toList();
    }

    private static String parameters(String values) {
        return Renderer.render(Plans.of(values), "digest", "1").files().files().entrySet().stream()
                .filter(file -> file.getKey().value().endsWith("/main.bicepparam"))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining());
    }
}
