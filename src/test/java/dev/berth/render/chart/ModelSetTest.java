package dev.berth.render.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.charts.LlmModels;
import dev.berth.plan.Plans;
import dev.berth.render.Jobs;
import dev.berth.render.Renderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The name of a set of models changes with what is in it, and with nothing else. */
class ModelSetTest {

    private static final String TEXT = Plans.serving("name: phi3.5", "name: gemma2:2b, context: 4096");
    private static final String NAME = ModelSet.name(Plans.of(TEXT));

    @Test
    void anotherContextIsAnotherSet() {
        assertThat(ModelSet.name(Plans.of(TEXT.replace("4096", "8192")))).isNotEqualTo(NAME);
    }

    @Test
    void anotherModelIsAnotherSet() {
        assertThat(ModelSet.name(Plans.of(TEXT.replace("phi3.5", "mistral:7b"))))
                .isNotEqualTo(NAME);
        assertThat(ModelSet.name(Plans.of(Plans.serving("name: phi3.5")))).isNotEqualTo(NAME);
    }

    @Test
    void anotherDigestIsAnotherSet() {
        String changed = ModelSet.name(Plans.of(
                TEXT, model -> model.name().equals("gemma2:2b") ? LlmModels.digest(model, "0123456789ab") : model));
        assertThat(changed).isNotEqualTo(NAME);
        assertThat(ModelSet.name(Plans.of(
                        TEXT,
                        model -> model.name().equals("mistral:7b") ? LlmModels.digest(model, "0123456789ab") : model)))
                .as("a model that is not served")
                .isEqualTo(NAME);
    }

    /** A Job cannot be changed: what would change it without another name would stop every upgrade. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "inference: { groups: { default: { slots: 1 } } }",
                "inference: { groups: { default: { replicas: { min: 2, max: 4 } } } }",
                "inference: { groups: { default: { kvCache: q8_0 } } }",
                "inference: { share: { sizeGib: 200 } }",
                "inference: { share: { throughputMibps: 300 } }",
                "webui: { host: chat.example.com }"
            })
    void whatTheShareDoesNotHoldChangesNothing(String more) {
        String changed = TEXT + more + "\n";
        assertThat(ModelSet.name(Plans.of(changed))).isEqualTo(NAME);
        assertThat(job(changed)).isEqualTo(job(TEXT));
    }

    @Test
    void theOrderAndTheGroupChangeNothing() {
        String other = Plans.serving("name: gemma2:2b, context: 4096, group: small", "name: phi3.5:3.8b")
                + "inference: { groups: { default: {}, small: {} } }\n";
        assertThat(ModelSet.name(Plans.of(other))).isEqualTo(NAME);
        assertThat(job(other)).isEqualTo(job(TEXT));
    }

    /** The Job as Helm makes it. */
    private static String job(String text) {
        return Jobs.of(Renderer.render(Plans.of(text), "digest", "1").files());
    }
}
