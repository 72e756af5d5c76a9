package dev.berth.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.Seeds;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixedPointTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0, 0",
        "0, 2, 0.00",
        "0.005, 2, 0.01",
        "-0.004, 2, 0.00",
        "-0.005, 2, -0.01",
        "1.005, 2, 1.01",
        "2.675, 2, 2.68",
        "0.95, 1, 1.0",
        "-12.345, 1, -12.3",
        "999999999.5, 0, 1000000000",
        "12345678901, 1, 12345678901.0",
        "0.00049, 3, 0.000",
        "0.5, 0, 1",
        "1.5, 4, 1.5000"
    })
    void roundsHalvesAwayFromZero(double number, int decimals, String text) {
        assertThat(new FixedPoint(number, decimals).text()).isEqualTo(text);
    }

    @Test
    void isAsExactAsDecimalArithmetic() {
        Seeds.each(20_000, random -> {
            double number = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(14) - 3);
            // Many of them with few decimals, so that halves are met.
            double some = random.nextBoolean() ? number : Math.rint(number * 1000) / 1000;
            int decimals = random.nextInt(4);
            assertThat(new FixedPoint(some, decimals).text())
                    .as("%s", some)
                    .isEqualTo(BigDecimal.valueOf(some)
                            .setScale(decimals, RoundingMode.HALF_UP)
                            .toPlainString());
        });
    }
}
