package dev.berth.plan.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.berth.catalog.Catalog;
import dev.berth.catalog.LlmModel;
import dev.berth.model.Basis;
import dev.berth.model.Gib;
import dev.berth.model.Seconds;
import dev.berth.model.Throughput;
import dev.berth.plan.Plans;
import dev.berth.plan.decision.Decision;
import dev.berth.testing.Seeds;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoadTimesTest {

    private static final Catalog CATALOG = Plans.catalog();

    private static <T> Decision<T> decided(T value) {
        return new Decision<>("id", value, value.toString(), Basis.DERIVED, "given", List.of());
    }

    private static LlmModel model(Gib weights) {
        LlmModel like = CATALOG.model("llama3.1:8b").orElseThrow();
        return new LlmModel(
                "model",
                like.aliases(),
                like.digest(),
                like.family(),
                like.parameters(),
                like.activeParameters(),
                like.quantization(),
                weights,
                like.layers(),
                like.heads(),
                like.kvHeads(),
                like.headDimension(),
                like.embeddingLength(),
                like.contextLimit(),
                like.embedding(),
                like.document(),
                like.citation());
    }

    /** On Standard_NC4as_T4_v3, whose network carries 954 MiB/s, with 20 GiB of memory. */
    private static LoadTimes times(double share) {
        return new LoadTimes(
                CATALOG.platform().start().load(), CATALOG.azure().modelsShare(), decided(new Throughput(share)));
    }

    private static StartingGroup group(int replicas, int perNode) {
        return new StartingGroup(
                "default",
                CATALOG.gpuSize("Standard_NC4as_T4_v3").orElseThrow(),
                perNode,
                decided(replicas),
                0,
                decided(replicas + 2),
                decided(new Gib(20)),
                List.of(),
                List.of());
    }

    private static LoadTime load(Gib weights, double share, int replicas, int perNode) {
        return times(share).of(model(weights), group(replicas, perNode));
    }

    private static Seconds atBest(Gib weights, double share, int replicas, int perNode) {
        return times(share).atBest(model(weights), group(replicas, perNode), replicas);
    }

    /** Published lower bounds of 4.7 GB; Berth adds 2 s that every load takes. */
    @ParameterizedTest
    @CsvSource({
        "110, 1, 40.7",
        "110, 3, 122",
        "203, 1, 22.1",
        "203, 2, 44.2",
        "203, 3, 66.2",
        "203, 5, 110",
        "1024, 1, 4.7",
        "1024, 2, 8.8",
        "1024, 3, 13.1",
        "1024, 5, 21.9"
    })
    void replicasThatStartTogetherShareTheShare(double share, int replicas, double seconds) {
        assertThat(atBest(Gib.ofBytes(4.7e9), share, replicas, 1).amount() - 2).isCloseTo(seconds, within(0.5));
    }

    /** One reader gets less than the share can give; many that start together get less than one. */
    @Test
    void oneReaderAndManyAreSlowerThanTheShare() {
        Gib weights = Gib.ofBytes(4.7e9);
        LoadTime load = load(weights, 1024, 5, 1);
        assertThat(load.cold().value().low()).isEqualTo(atBest(weights, 1024, 1, 1));
        assertThat(load.cold().value().mid().amount()).isCloseTo(2 + 4.7e9 / (500 * 1048576.0), within(0.05));
        assertThat(load.cold().value().high().amount())
                .isCloseTo(2 + 4.7e9 / (1024 / 5.0 * 1048576.0), within(0.05))
                .isGreaterThan(2 + 4.7e9 / (220 * 1048576.0));
        assertThat(load(weights, 1024, 1, 1).cold().value().high().amount())
                .isCloseTo(2 + 4.7e9 / (220 * 1048576.0), within(0.05));
    }

    /** 954 / 4 is less than 1024 / 4. */
    @Test
    void replicasOnOneNodeShareItsNetwork() {
        Gib weights = new Gib(4);
        assertThat(atBest(weights, 1024, 4, 4).amount() - 2).isCloseTo(4 * 4096 / 953.67, within(0.01));
        assertThat(atBest(weights, 1024, 4, 1).amount() - 2).isCloseTo(4 * 4096 / 1024.0, within(0.01));
    }

    /** All replicas read the same file, which a faster share does not make faster. */
    @Test
    void oneFileIsReadAsFastAsOneFileCanBe() {
        assertThat(atBest(new Gib(4), 10340, 5, 1)).isEqualTo(atBest(new Gib(4), 1024, 5, 1));
    }

    @Test
    void aFileThatTheReplicaHasNoMemoryForIsNeverWarm() {
        assertThat(load(new Gib(19), 1024, 1, 1).warm())
                .hasValueSatisfying(warm ->
                        assertThat(warm.value().high().amount()).isCloseTo(2 + 19 * 1024 / 1595.0, within(0.01)));
        assertThat(load(new Gib(21), 1024, 1, 1).warm()).isEmpty();
    }

    @Test
    void nothingMakesALoadFasterButThroughputSmallerModelsAndFewerReplicas() {
        Seeds.each(500, random -> {
            Gib weights = new Gib(0.5 + 40 * random.nextDouble());
            double share = 100 + random.nextInt(10240);
            int replicas = 1 + random.nextInt(12);
            int perNode = 1 + random.nextInt(8);
            Seconds load = atBest(weights, share, replicas, perNode);
            assertThat(atBest(weights, share + random.nextInt(1000), replicas, perNode))
                    .isLessThanOrEqualTo(load);
            assertThat(atBest(weights.plus(new Gib(random.nextDouble())), share, replicas, perNode))
                    .isGreaterThanOrEqualTo(load);
            assertThat(atBest(weights, share, replicas + 1, perNode)).isGreaterThanOrEqualTo(load);
            assertThat(atBest(weights, share, replicas, perNode + 1)).isGreaterThanOrEqualTo(load);
        });
    }
}
