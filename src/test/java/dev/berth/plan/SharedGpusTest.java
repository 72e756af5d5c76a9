package dev.berth.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.plan.group.GroupPlan;
import dev.berth.plan.nodes.PoolPlan;
import dev.berth.source.Code;
import dev.berth.source.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Replicas that take turns on a GPU: the scenarios of the architecture document. */
class SharedGpusTest {

    private static String pool(String name, String fields) {
        return "  - { name: " + name + ", size: Standard_NC4as_T4_v3, " + fields + " }\n";
    }

    private static PoolPlan pool(Plan plan, String name) {
        return plan.pools().stream()
                .filter(pool -> pool.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Scenario 1: small models under load get more pods, and no node. */
    @Test
    void twoToFourReplicasOfSmallModelsStayOnTheSameTwoNodes() {
        Plan plan = Plans.of(Plans.serving("name: phi3.5", "name: gemma2:2b")
                + "gpuPools:\n" + pool("gpu", "nodes: { min: 2, max: 2 }, sharing: { timeSlices: 2 }")
                + "inference: { groups: { default: { replicas: { min: 2, max: 4 }, signals: [cpu, memory] } } }\n");
        GroupPlan group = plan.groups().get(0);
        assertThat(List.of(group.minReplicas().value(), group.maxReplicas().value()))
                .containsExactly(2, 4);
        PoolPlan gpu = pool(plan, "gpu");
        assertThat(gpu.floorNodes().because()).startsWith("the pool keeps 2 nodes, the replicas need 1, because of ");
        assertThat(gpu.minNodes().value()).isEqualTo(2);
        assertThat(gpu.maxNodes().value()).isEqualTo(2);
        assertThat(gpu.maxNodes().formula())
                .isEqualTo("set in the value file; derived it would be 2 nodes: as many as run when every group is at"
                        + " its largest");
    }

    /** Scenario 3: two of llama3.1 on a node, three of phi3.5 on another, gpt-oss on a third. */
    @Test
    void aMixedWorkloadTakesThreeNodes() {
        Plan plan =
                Plans.of(Plans.serving("name: llama3.1:8b, group: llama", "name: phi3.5, group: phi", "name: gpt-oss")
                        + "gpuPools:\n"
                        + pool("halves", "sharing: { timeSlices: 2 }")
                        + pool("thirds", "sharing: { timeSlices: 3 }")
                        + pool("wholes", "sharing: exclusive")
                        + """
                  inference:
                    groups:
                      llama: { pool: halves, replicas: { min: 2, max: 2 }, signals: [cpu, memory] }
                      phi: { pool: thirds, replicas: { min: 3, max: 3 }, signals: [cpu, memory] }
                      default: { pool: wholes, replicas: { min: 1, max: 1 }, signals: [cpu, memory] }
                  """);
        assertThat(plan.pools()).allSatisfy(pool -> {
            assertThat(pool.minNodes().value()).as(pool.name()).isEqualTo(1);
            assertThat(pool.maxNodes().value()).as(pool.name()).isEqualTo(1);
        });
        assertThat(plan.models())
                .extracting(model -> model.perNode().value().low().amount())
                .containsExactly(2.0, 3.0, 1.0);
        assertThat(plan.models())
                .extracting(model -> model.perNode().formula())
                .containsExactly(
                        "usable of a time slice 7.3 / residency 6.8, rounded down, x replicas on a node 2",
                        "usable of a time slice 4.9 / residency 4.3, rounded down, x replicas on a node 3",
                        "usable 14.6 / residency 13.8, rounded down, x GPUs 1");
        assertThat(plan.pools())
                .allSatisfy(pool -> assertThat(pool.maxNodes().because())
                        .startsWith("as many as run when every group is at its largest, because of ")
                        .contains("replicas.max"));
    }

    @Test
    void requestsOfTheReplicasOnANodeAddUpToIt() {
        for (int slices = 2; slices <= 3; slices++) {
            Plan plan = Plans.of(Plans.serving("name: gemma2:2b") + "gpuPools:\n"
                    + pool("gpu", "sharing: { timeSlices: " + slices + " }"));
            GroupPlan group = plan.groups().get(0);
            double keeper = 64.0 / 1024;
            assertThat(group.memoryRequest().value().amount())
                    .as("quarters of a GiB")
                    .isEqualTo(Math.floor((20.0 / slices - keeper) * 4) / 4);
            assertThat(group.cpuRequest().because())
                    .endsWith("/ replicas on a node " + slices
                            + " - beside the server 20m, because of gpuPools[0].sharing.timeSlices");
        }
    }

    @Test
    void aSliceIsSmallerThanTheGpu() {
        assertThat(Plans.result(Plans.serving("name: llama3.1:8b") + "gpuPools:\n"
                                + pool("gpu", "sharing: { timeSlices: 3 }"))
                        .problems())
                .filteredOn(Problem::isError)
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(Code.MODEL_DOES_NOT_FIT);
                    assertThat(problem.message()).endsWith("one of the 3 replicas on a GPU of pool `gpu` has 4.83 GiB");
                });
    }

    @Test
    void thatTheAutoscalerDoesNotSeeSlicesMattersWhereAPoolGrows() {
        String models = Plans.serving("name: gemma2:2b");
        String group = "inference: { groups: { default: { replicas: { min: 2, max: 4 }, signals: [cpu, memory] } } }\n";
        assertThat(codes(models + "gpuPools:\n" + pool("gpu", "sharing: { timeSlices: 2 }") + group))
                .containsExactly(Code.SLICES_UNSEEN);
        assertThat(codes(models + "gpuPools:\n" + pool("gpu", "sharing: { timeSlices: 4 }") + group))
                .isEmpty();
        assertThat(codes(models + "gpuPools:\n" + pool("gpu", "sharing: exclusive") + group))
                .isEmpty();
    }

    @Test
    void aPoolWithoutReplicasIsOnlyUnused() {
        assertThat(codes(Plans.serving("name: gemma2:2b") + "gpuPools:\n" + pool("gpu", "sharing: exclusive")
                        + pool("idle", "nodes: { max: 2 }, sharing: { timeSlices: 2 }")))
                .containsExactly(Code.POOL_UNUSED);
    }

    private static List<Code> codes(String text) {
        return Plans.result(text).problems().stream().map(Problem::code).toList();
    }
}
