package dev.berth.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.plan.Plans;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each group keeps its contexts in its own way; Ollama ignores a quantised type without flash attention. */
class KvCacheTest {

    private static final Objects OBJECTS = Objects.of(
            Plans.serving("name: phi3.5", "name: gemma2:2b, group: half", "name: mistral:7b, group: quarter") + """
                    inference:
                      groups:
                        default: {}
                        half: { kvCache: q8_0 }
                        quarter: { kvCache: q4_0 }
                    """);

    private static Map<String, String> environment(String workload) {
        return Objects.environment(OBJECTS.object("StatefulSet/" + workload)
                .itemsAt("spec.template.spec.containers")
                .get(0));
    }

    @Test
    void aQuantisedTypeComesWithFlashAttention() {
        assertThat(environment("ollama"))
                .containsEntry("OLLAMA_KV_CACHE_TYPE", "f16")
                .doesNotContainKey("OLLAMA_FLASH_ATTENTION");
        assertThat(environment("ollama-half"))
                .containsEntry("OLLAMA_KV_CACHE_TYPE", "q8_0")
                .containsEntry("OLLAMA_FLASH_ATTENTION", "1");
        assertThat(environment("ollama-quarter"))
                .containsEntry("OLLAMA_KV_CACHE_TYPE", "q4_0")
                .containsEntry("OLLAMA_FLASH_ATTENTION", "1");
    }
}
