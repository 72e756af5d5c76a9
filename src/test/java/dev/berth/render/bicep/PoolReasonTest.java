package dev.berth.render.bicep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.plan.Plans;
import org.junit.jupiter.api.Test;

class PoolReasonTest {

    @Test
    void aLongReasonEndsBehindAWholeWord() {
        String words = "because ".repeat(40).strip();
        assertThat(PoolReason.cut(words, 256)).hasSizeLessThanOrEqualTo(256).endsWith("because because ...");
        assertThat(PoolReason.cut("x".repeat(300), 256)).hasSize(256).endsWith("x ...");
        String fits = "y".repeat(256);
        assertThat(PoolReason.cut(fits, 256)).isEqualTo(fits);
    }

    @Test
    void saysWhatTheBoundsRestOn() {
        BicepParameters parameters = BicepParameters.of(Plans.of(Plans.example()));
        assertThat(parameters.systemPool().because().value()).isEqualTo("2 nodes: default");
        assertThat(parameters.pools().get(1).because().value())
                .isEqualTo("1 to 5 nodes; min: set by gpuPools[0].nodes.min; max: set by gpuPools[0].nodes.max");
        assertThat(parameters.pools().get(1).because().decision()).isEqualTo("pool.gpu.nodes.max");
    }
}
