package dev.berth.plan.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.berth.catalog.LlmModel;
import dev.berth.model.Basis;
import dev.berth.model.Range;
import dev.berth.model.Seconds;
import dev.berth.model.TokenRate;
import dev.berth.plan.decision.Decision;
import dev.berth.testing.Seeds;
import org.junit.jupiter.api.Test;

class ServiceTimeTest {

    private static final ServedModel LLAMA = Served.models("name: llama3.1:8b, demand: { peakRequestsPerMinute: 8 }")
            .get(0);
    private static final LlmModel OSS = Served.CATALOG.model("gpt-oss").orElseThrow();

    private static double mid(String gpu, int slots, int replicasPerGpu) {
        return Served.service(LLAMA, gpu, slots, replicasPerGpu)
                .of(600, 250)
                .mid()
                .amount();
    }

    /** 600 / 950 + 250 / 37. */
    @Test
    void aPromptIsReadAndAnAnswerWritten() {
        assertThat(mid("T4", 1, 1)).isEqualTo(7.39, within(0.01));
    }

    /** 600 / 950 + 250 / 37 x (1 + 0.15 x 3); the whole twice. */
    @Test
    void busySlotsSlowAnAnswerAndSlicesTheWhole() {
        assertThat(mid("T4", 4, 1)).isEqualTo(10.43, within(0.01));
        assertThat(mid("T4", 4, 2)).isEqualTo(20.86, within(0.01));
    }

    @Test
    void theDecisionShowsItsNumbers() {
        Decision<Range<Seconds>> time =
                Served.service(LLAMA, "T4", 2, 1).of(LLAMA.request().demand().orElseThrow());
        assertThat(time.id()).isEqualTo("model.llama3.1:8b.serviceTime");
        assertThat(time.shown()).isEqualTo("8.4 (6.9-12.8) s");
        assertThat(time.formula()).contains("prompt 600 / 950", "answer 250 / 37", "x 1.15");
        assertThat(time.inputs()).isNotEmpty();
    }

    @Test
    void whatIsKnownOfAPairGoesBeforeTheFormula() {
        ModelSpeed known = ModelSpeed.of(LLAMA.model(), "A100-80", Served.CATALOG.speeds());
        assertThat(known.decode().basis()).isEqualTo(Basis.MEASURED);
        assertThat(known.decode().value().mid()).isEqualTo(new TokenRate(138.3));
        assertThat(ModelSpeed.of(LLAMA.model(), "T4", Served.CATALOG.speeds())
                        .decode()
                        .basis())
                .isEqualTo(Basis.DERIVED);
    }

    /** 1 / (1.2 ms + 4.92 GB / (42 % of 1555 GB/s)). */
    @Test
    void theFormulaReadsTheModelOnceForEachToken() {
        ModelSpeed speed = ModelSpeed.of(LLAMA.model(), "A100-40", Served.CATALOG.speeds());
        assertThat(speed.decode().value().mid().amount()).isEqualTo(114.6, within(0.5));
        assertThat(speed.decode().formula()).contains("1.2 ms", "4.58 GiB x 100 %", "1555 GB/s x 42 %");
    }

    /** 3.6 of 20.9 billion parameters: 1 / (1.2 ms + 13.79 GB x 0.172 / (38 % of 3938 GB/s)). */
    @Test
    void aMixtureOfExpertsReadsItsActivePart() {
        ModelSpeed speed = ModelSpeed.of(OSS, "H100-NVL", Served.CATALOG.speeds());
        assertThat(speed.decode().value().mid().amount()).isEqualTo(358.4, within(1.0));
        assertThat(speed.prefill().value().mid().amount()).isEqualTo(7760 * 8 / 3.6, within(1.0));
    }

    @Test
    void aGpuWithoutSpeedsSaysWhatItIsTakenFor() {
        Decision<Range<TokenRate>> decode =
                ModelSpeed.of(LLAMA.model(), "L4", Served.CATALOG.speeds()).decode();
        assertThat(decode.formula()).endsWith("L4 taken for T4");
        assertThat(decode.value().mid().amount()).isBetween(30.0, 45.0);
    }

    @Test
    void moreTokensSlotsAndSlicesNeverTakeLess() {
        Seeds.each(200, random -> {
            int prompt = 1 + random.nextInt(4000);
            int answer = random.nextInt(2000);
            int slots = 1 + random.nextInt(8);
            int slices = 1 + random.nextInt(4);
            Range<Seconds> time = Served.service(LLAMA, "T4", slots, slices).of(prompt, answer);
            assertThat(time.low()).isLessThanOrEqualTo(time.mid());
            assertThat(time.mid()).isLessThanOrEqualTo(time.high());
            assertThat(Served.service(LLAMA, "T4", slots, slices)
                            .of(prompt + 1, answer + 1)
                            .mid())
                    .isGreaterThan(time.mid());
            assertThat(Served.service(LLAMA, "T4", slots + 1, slices)
                            .of(prompt, answer)
                            .high())
                    .isGreaterThanOrEqualTo(time.high());
            assertThat(Served.service(LLAMA, "T4", slots, slices + 1)
                            .of(prompt, answer)
                            .low())
                    .isGreaterThan(time.low());
        });
    }
}
