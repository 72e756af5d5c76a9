package dev.berth.plan.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.model.Percent;
import org.junit.jupiter.api.Test;

class TargetIntervalTest {

    private static TargetInterval from(double least, double below) {
        return new TargetInterval(new Percent(least), new Percent(below));
    }

    @Test
    void theMiddleIsWholeAndLiesWithin() {
        assertThat(from(66.4, 75.2)).hasToString("67 to 75 %");
        assertThat(from(66.4, 75.2).middle()).isEqualTo(new Percent(71));
        assertThat(from(66.4, 66.9).isEmpty()).isTrue();
        assertThat(from(99, 140).middle()).isEqualTo(new Percent(99));
    }

    /** Kubernetes refuses a target of nothing, and any use at all would pass it. */
    @Test
    void noTargetIsZero() {
        assertThat(from(0, 1.5).middle()).isEqualTo(new Percent(1));
        assertThat(from(0, 0.8).isEmpty()).isTrue();
    }
}
