package dev.berth.render.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.render.output.Explained;
import dev.berth.render.output.Templates;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RateTest {

    private static Explained<Integer> number(int value) {
        return new Explained<>(value, "group.default.scaleUp", "the document says so");
    }

    private static String printed(Optional<Explained<Integer>> percent) {
        Rate rate = new Rate("the document says so", number(0), number(2), percent, number(60));
        return Templates.render("parts/rate", Map.of("rate", rate)).text();
    }

    @Test
    void keepsThePercentThatItMayHave() {
        assertThat(printed(Optional.of(number(50)))).isEqualTo("""
                stabilizationSeconds: 0
                pods: 2
                percent: 50
                periodSeconds: 60
                """);
        assertThat(printed(Optional.empty())).doesNotContain("percent");
    }
}
