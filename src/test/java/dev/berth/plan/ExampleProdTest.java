package dev.berth.plan;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.berth.model.Percent;
import dev.berth.model.Signal;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.group.GroupPlan;
import dev.berth.plan.nodes.PoolPlan;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The example with the architecture document's numbers. */
class ExampleProdTest {

    private static final Plan PLAN = Plans.of(Plans.example());
    private static final GroupPlan GROUP = PLAN.groups().get(0);
    private static final PoolPlan POOL = PLAN.pools().get(0);

    private static double gpuMemoryTarget(Plan plan) {
        Decision<?> target =
                requireNonNull(plan.groups().get(0).scaling().targets().get(Signal.GPU_MEMORY));
        return ((Percent) target.value()).amount();
    }

    @Test
    void smallModelsShareAReplicaAndSoDoTheLargeOnes() {
        assertThat(GROUP.homes()).hasToString("[{phi3.5:3.8b, gemma2:2b}, {llama3.1:8b, mistral:7b}]");
        assertThat(GROUP.slots().value()).isEqualTo(1);
    }

    @Test
    void theDocumentsTargetServesAndTheDerivedOneIsHigher() {
        assertThat(Plans.result(Plans.example()).problems()).isEmpty();
        assertThat(gpuMemoryTarget(PLAN)).isEqualTo(70);
        String unpinned = Plans.example().replace("gpu-memory: 70, ", "");
        assertThat(unpinned).isNotEqualTo(Plans.example());
        assertThat(gpuMemoryTarget(Plans.of(unpinned))).isBetween(71.0, 80.0);
    }

    @Test
    void twoGpuNodesAreTheFloorAlthoughTheirMinimumIsOne() {
        assertThat(POOL.minNodes().value()).isEqualTo(1);
        assertThat(POOL.floorNodes().value()).isEqualTo(2);
        assertThat(POOL.maxNodes().value()).isEqualTo(5);
        assertThat(PLAN.gpuFloor().amount()).isCloseTo(960, within(2.0));
        assertThat(PLAN.gpuCeiling().amount()).isCloseTo(2402, within(2.0));
    }

    @Test
    void residenciesAreThoseThatAreKnown() {
        Map<String, Double> known = Map.of(
                "gemma2:2b", 2.7,
                "phi3.5:3.8b", 4.3,
                "mistral:7b", 5.4,
                "llama3.1:8b", 6.8,
                "deepseek-r1:8b", 6.2,
                "gpt-oss:20b", 13.8);
        assertThat(PLAN.models())
                .hasSize(known.size())
                .allSatisfy(model -> assertThat(model.residency().value().mid().amount())
                        .as(model.name())
                        .isCloseTo(requireNonNull(known.get(model.name())), within(0.3)));
    }

    @Test
    void aModelThatFillsTheGpuHasOneSlot() {
        Plan plan = Plans.of(Plans.serving("name: gpt-oss", "name: gemma2:2b, group: small")
                + "inference: { groups: { default: {}, small: {} } }\n");
        assertThat(plan.groups()).extracting(group -> group.slots().value()).containsExactly(1, 4);
    }

    /** Scenario 2 of the architecture document: a request for gpt-oss brings a pod, and that a node. */
    @Test
    void oneRequestForALargeModelNeedsOneNodeMore() {
        assertThat(GROUP.homes())
                .noneMatch(ordinal ->
                        ordinal.guests().stream().anyMatch(guest -> guest.name().equals("gpt-oss:20b")));
        int min = GROUP.minReplicas().value();
        double target = GROUP.scaling().slots().value().amount();
        double wake = GROUP.scaling().wake().slots().value().amount();
        assertThat(target).isEqualTo(0.75);
        assertThat(wake).isEqualTo((min + 1) * target);
        int replicas = (int) Math.ceil(wake / target);
        assertThat(replicas)
                .isEqualTo(min + 1)
                .isLessThanOrEqualTo(GROUP.maxReplicas().value());
        // The new replica's ordinal is min: nothing is at home there.
        assertThat(GROUP.homes()).hasSize(min);
        assertThat(nodes(replicas))
                .isEqualTo(nodes(min) + 1)
                .isEqualTo(POOL.floorNodes().value() + 1);
    }

    private static int nodes(int replicas) {
        return (replicas + POOL.replicasPerNode() - 1) / POOL.replicasPerNode();
    }

    @Test
    void theReasonsNameTheNumbers() {
        assertThat(POOL.floorNodes().because())
                .startsWith(
                        "as many as the replicas need at the least, because of inference.groups.default.replicas.min");
        assertThat(GROUP.homeReplicas().formula())
                .isEqualTo(
                        "{phi3.5:3.8b, gemma2:2b}, {llama3.1:8b, mistral:7b} by GPU memory, 14.5 GiB a replica, and by"
                                + " what Ollama admits; beside one of them fits deepseek-r1:8b");
        assertThat(GROUP.scaling().wake().slots().formula())
                .isEqualTo("(min 2 + 1) x target 0.75: a request for a model without a home needs 3 replicas");
    }
}
