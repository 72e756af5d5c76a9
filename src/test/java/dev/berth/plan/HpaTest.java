package dev.berth.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The arithmetic that the targets are tested with, by examples of Kubernetes' own tests. */
class HpaTest {

    private static int desired(int current, Hpa.Metric... metrics) {
        return new Hpa(1, 100, List.of(metrics)).desired(current);
    }

    @Test
    void tenPercentOffIsWithinTolerance() {
        assertThat(desired(10, new Hpa.Pods(ordinal -> 110, 100))).isEqualTo(10);
        assertThat(desired(10, new Hpa.Pods(ordinal -> 111, 100))).isEqualTo(12);
        assertThat(desired(10, new Hpa.Pods(ordinal -> 90, 100))).isEqualTo(10);
        assertThat(desired(10, new Hpa.Pods(ordinal -> 89, 100))).isEqualTo(9);
    }

    @Test
    void percentIsTruncatedBeforeItIsCompared() {
        assertThat(desired(10, new Hpa.Resource(559, 1000, 50))).isEqualTo(10);
        assertThat(desired(10, new Hpa.Resource(560, 1000, 50))).isEqualTo(12);
    }

    @Test
    void theLargestProposalWinsWithinTheBounds() {
        Hpa.Metric low = new Hpa.Pods(ordinal -> 10, 100);
        Hpa.Metric high = new Hpa.Pods(ordinal -> 300, 100);
        assertThat(desired(4, low, high)).isEqualTo(12);
        assertThat(new Hpa(2, 5, List.of(low, high)).desired(4)).isEqualTo(5);
        assertThat(new Hpa(2, 5, List.of(low)).desired(4)).isEqualTo(2);
    }

    @Test
    void aFleetComesToRestWhereAllPodsUseMost() {
        assertThat(new Hpa(1, 5, List.of(new Hpa.Pods(ordinal -> 70, 100))).settled(5))
                .isEqualTo(3);
    }
}
