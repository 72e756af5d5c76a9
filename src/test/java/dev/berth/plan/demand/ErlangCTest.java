package dev.berth.plan.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.berth.model.Seconds;
import dev.berth.testing.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErlangCTest {

    private static final Seconds SERVICE = new Seconds(10);

    /** Figures of printed tables. */
    @ParameterizedTest
    @CsvSource({"5, 4, 0.5541", "10, 8, 0.4092", "2, 1, 0.3333", "1, 0.25, 0.25", "3, 3, 1", "4, 0, 0"})
    void knowsTheTable(int servers, double load, double waiting) {
        assertThat(new ErlangC(servers, load).waiting()).isEqualTo(waiting, within(0.00005));
    }

    @Test
    void holdsForManyServers() {
        assertThat(new ErlangC(20_000, 19_900).waiting()).isBetween(0.2, 0.6);
    }

    /** ln(0.5541 / 0.05) x 10 s / (5 - 4). */
    @Test
    void waitsAsTheExponentialTailSays() {
        assertThat(new ErlangC(5, 4).p95(SERVICE).seconds()).isEqualTo(24.05, within(0.01));
    }

    @Test
    void nobodyWaitsWhereOneOfTwentyOrFewerHaveTo() {
        assertThat(new ErlangC(1, 0.05).p95(SERVICE)).isEqualTo(Wait.NONE);
        assertThat(new ErlangC(1, 0.051).p95(SERVICE).seconds()).isPositive();
        assertThat(new ErlangC(0, 0).p95(SERVICE)).isEqualTo(Wait.NONE);
    }

    @Test
    void theWaitHasNoEndWhereAllServersAreBusyAllTheTime() {
        assertThat(new ErlangC(4, 4).p95(SERVICE)).isEqualTo(Wait.Unbounded.UNBOUNDED);
        assertThat(new ErlangC(0, 0.1).p95(SERVICE)).isEqualTo(Wait.Unbounded.UNBOUNDED);
    }

    @Test
    void moreServersAndLessLoadNeverWaitLonger() {
        Seeds.each(200, random -> {
            int servers = 1 + random.nextInt(60);
            double load = random.nextDouble(servers);
            double wait = new ErlangC(servers, load).p95(SERVICE).seconds();
            assertThat(new ErlangC(servers + 1, load).p95(SERVICE).seconds()).isLessThanOrEqualTo(wait);
            assertThat(new ErlangC(servers, load * 0.99).p95(SERVICE).seconds()).isLessThanOrEqualTo(wait);
        });
    }
}
