package dev.berth.plan.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.berth.plan.Plan;
import dev.berth.plan.Plans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelNeedsTest {

    private static final Plan SIX = Plans.of(Plans.serving(
            "name: gemma2:2b",
            "name: phi3.5",
            "name: mistral:7b",
            "name: llama3.1:8b, context: 8192",
            "name: deepseek-r1, keep: onDemand",
            "name: gpt-oss, keep: onDemand"));

    private static ModelPlan model(String name) {
        return SIX.models().stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The document's table for a 16 GB T4, from its own figures of memory in use, beside the true count. */
    @ParameterizedTest
    @CsvSource({
        "gemma2:2b,      3, 4, 5,   5",
        "phi3.5:3.8b,    4, 3, 4,   3",
        "mistral:7b,     6, 2, 2,   2",
        "llama3.1:8b,    7, 2, 2,   2",
        "gpt-oss:20b,   14, 1, 1,   1",
        "deepseek-r1:8b, 10, 1, 1,  2"
    })
    void reproducesTheDocumentsTableAndCountsTruly(String name, double inUse, int low, int high, int truly) {
        ModelPlan model = model(name);
        assertThat(model.model().document().orElseThrow().inUseGb()).isEqualTo(inUse);
        var said = model.documentPerNode().orElseThrow().value();
        assertThat(said.low().amount()).isEqualTo(Math.floor(14.5 / inUse)).isEqualTo(low);
        assertThat(said.high().amount()).isEqualTo(Math.floor(16 / inUse)).isEqualTo(high);
        assertThat(model.perNode().value().mid().amount()).isEqualTo(truly);
    }

    /**
     * Residency on a T4 with one slot, by hand: weights, then keys and values 2 x layers x KV heads x dimension x 2
     * bytes x tokens (for gpt-oss half of the layers hold a window alone), then graph and CUDA context.
     */
    @ParameterizedTest
    @CsvSource({
        "gemma2:2b, 2.72",
        "phi3.5:3.8b, 4.33",
        "mistral:7b, 5.37",
        "llama3.1:8b, 6.83",
        "deepseek-r1:8b, 6.23",
        "gpt-oss:20b, 13.83"
    })
    void residencyIsTheSumOfItsParts(String name, double gib) {
        assertThat(model(name).residency().value().mid().amount()).isCloseTo(gib, within(0.005));
    }

    @Test
    void slotsMultiplyTheContextAndWithItTheBatch() {
        Plan four = Plans.of(Plans.serving("name: mistral:7b") + "inference: { groups: { default: { slots: 4 } } }\n");
        ModelPlan mistral = four.models().get(0);
        assertThat(mistral.kvCache().value().amount()).isCloseTo(2.0, within(0.001));
        assertThat(mistral.graph().value().mid().amount()).isCloseTo(0.75, within(0.001));
    }

    @Test
    void aContextThatIsNotAskedForIsBoundedByTheModelsOwn() {
        assertThat(model("gemma2:2b").context().value()).isEqualTo(4096);
        assertThat(model("llama3.1:8b").context().value()).isEqualTo(8192);
        assertThat(model("llama3.1:8b").context().because()).isEqualTo("set by models[3].context");
    }
}
