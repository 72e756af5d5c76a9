package dev.berth.render.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.files.RelPath;
import dev.berth.plan.Plan;
import dev.berth.plan.Plans;
import dev.berth.render.Renderer;
import org.junit.jupiter.api.Test;

class ChartVersionTest {

    private static final RelPath CHART = new RelPath("charts-out/test/ollama/Chart.yaml");

    private static String version(Plan plan) {
        String chart = Renderer.render(plan, "digest", "1").files().files().get(CHART);
        return String.valueOf(chart)
                .lines()
                .filter(line -> line.startsWith("version: "))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void followsTheContent() {
        String one = version(Plans.of(Plans.serving("name: phi3.5")));
        assertThat(one).matches("version: \"1\\.0\\.0\\+[0-9a-f]{12}\"");
        assertThat(version(Plans.of(Plans.serving("name: phi3.5, context: 2048"))))
                .isNotEqualTo(one);
    }

    @Test
    void doesNotFollowReasonsThatStandInComments() {
        String usual = version(Plans.of(Plans.serving("name: phi3.5")));
        String pinnedToTheSame = version(Plans.of(
                Plans.serving("name: phi3.5") + "inference: { groups: { default: { targets: { cpu: 75 } } } }\n"));
        assertThat(pinnedToTheSame).isEqualTo(usual);
    }
}
