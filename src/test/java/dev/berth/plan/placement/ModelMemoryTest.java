package dev.berth.plan.placement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.berth.model.Gib;
import dev.berth.model.KvCacheType;
import dev.berth.plan.Plans;
import dev.berth.testing.Seeds;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelMemoryTest {

    private static ModelMemory memory(String model, KvCacheType type) {
        return new ModelMemory(
                Plans.catalog().model(model).orElseThrow(), Plans.catalog().ollama(), type);
    }

    /** By hand: a block of 32 elements takes 34 or 18 bytes, where f16 takes 64. */
    @ParameterizedTest
    @CsvSource({"F16, 1.0", "Q8_0, 0.53125", "Q4_0, 0.28125"})
    void quantisedCachesTakeTheirBlocks(KvCacheType type, double gib) {
        assertThat(memory("llama3.1:8b", type).kvCache(8192, 1).amount()).isCloseTo(gib, within(1e-9));
        assertThat(memory("llama3.1:8b", type).kvCache(2048, 4).amount()).isCloseTo(gib, within(1e-9));
    }

    /**
     * By hand: model file, 2 x layers x KV heads x (embedding / heads, whole) x tokens x 2 bytes, batch extra. That head
     * dimension is 288 for gemma2 and 45 for gpt-oss, where 256 and 64 are true.
     */
    @ParameterizedTest
    @CsvSource({
        "gemma2:2b,   4096, 1, 1.97",
        "gemma2:2b,   8192, 1, 3.18",
        "llama3.1:8b, 8192, 1, 6.33",
        "llama3.1:8b, 4096, 4, 7.33",
        "llama3.1:8b, 16384, 3, 12.58",
        "gpt-oss:20b, 4096, 1, 12.98"
    })
    void predictsAsOllamaDoes(String model, int context, int slots, double gib) {
        for (KvCacheType type : KvCacheType.values()) {
            assertThat(memory(model, type).predicted(context, slots).amount()).isCloseTo(gib, within(0.005));
        }
    }

    @Test
    void ollamaPredictsNoMoreContextThanTheModelWasTrainedFor() {
        ModelMemory gemma = memory("gemma2:2b", KvCacheType.F16);
        assertThat(gemma.predicted(10_000, 2)).isEqualTo(gemma.predicted(8192, 2));
    }

    @Test
    void theLongestContextFitsAndOneStepMoreDoesNot() {
        Seeds.each(500, random -> {
            List<String> models = List.copyOf(Plans.catalog().models().keySet());
            KvCacheType type = KvCacheType.values()[random.nextInt(3)];
            ModelMemory memory = memory(models.get(random.nextInt(models.size())), type);
            int slots = 1 + random.nextInt(4);
            Gib capacity = new Gib(1 + random.nextInt(800) / 10.0);
            OptionalInt longest = memory.longestContext(slots, 256, capacity);
            int context = longest.orElse(0);
            if (longest.isPresent()) {
                assertThat(memory.residency(context, slots).high()).isLessThanOrEqualTo(capacity);
            }
            if (context + 256 <= memory.model().contextLimit()) {
                assertThat(memory.residency(context + 256, slots).high()).isGreaterThan(capacity);
            }
        });
    }
}
