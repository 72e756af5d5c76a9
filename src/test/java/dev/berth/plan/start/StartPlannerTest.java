package dev.berth.plan.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.catalog.AzureFacts.ModelsShare;
import dev.berth.model.Basis;
import dev.berth.model.Environment;
import dev.berth.model.Range;
import dev.berth.model.Seconds;
import dev.berth.model.Throughput;
import dev.berth.plan.Plan;
import dev.berth.plan.Plans;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.decision.Input;
import dev.berth.source.Problems;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StartPlannerTest {

    private static final Plan DOCUMENT = Plans.of(Plans.example());
    private static final String SMALL = Plans.serving("name: phi3.5");

    private static Range<Seconds> seconds(double low, double mid, double high) {
        return Range.derived(new Seconds(low), new Seconds(mid), new Seconds(high));
    }

    private static StartPlan with(Environment environment, Map<String, Decision<Range<Seconds>>> prompts) {
        var catalog = Plans.catalog();
        StartingGroup group = new StartingGroup(
                "default",
                catalog.gpuSize("Standard_NC4as_T4_v3").orElseThrow(),
                1,
                DOCUMENT.groups().get(0).minReplicas(),
                0,
                DOCUMENT.groups().get(0).maxReplicas(),
                DOCUMENT.groups().get(0).memoryRequest(),
                List.of(catalog.model("phi3.5").orElseThrow()),
                List.of());
        return new StartPlanner(catalog).plan(environment, List.of(group), prompts, List.of(), new Problems());
    }

    /** gpt-oss loads longer than any set of homes; the rest is the sum of the catalogue's parts. */
    @Test
    void aColdStartIsTheSumOfItsParts() {
        ColdStart start = DOCUMENT.start().coldStarts().get(0);
        assertThat(start.parts().stream().map(ColdStart.Part::time).reduce(seconds(0, 0, 0), Range::plus))
                .isEqualTo(start.total().value());
        assertThat(start.parts())
                .extracting(ColdStart.Part::what)
                .doesNotHaveDuplicates()
                .contains("node", "load");
        start.parts().forEach(part -> assertThat(start.total().formula()).contains(part.toString()));
        assertThat(start.total().inputs())
                .anyMatch(input -> input instanceof Input.FromDecision from
                        && from.decision().id().equals("model.gpt-oss:20b.load.cold"));
        assertThat(start.total().value().low().amount()).isBetween(460.0, 480.0);
        assertThat(start.total().value().high().amount()).isBetween(1220.0, 1250.0);
    }

    /** Two homes on one replica take longer than either of them. */
    @Test
    void aReplicaLoadsItsHomesOneAfterTheOther() {
        ColdStart one = Plans.of(SMALL).start().coldStarts().get(0);
        Plan both = Plans.of(Plans.serving("name: phi3.5", "name: gemma2:2b") + "inference: { groups: { default: {"
                + " replicas: { min: 1, max: 2 } } } }\n");
        assertThat(both.groups().get(0).homeReplicas().value()).isEqualTo(1);
        assertThat(both.start().coldStarts().get(0).loads().time().mid())
                .isEqualTo(both.start().loads().stream()
                        .map(load -> load.cold().value().mid())
                        .reduce(new Seconds(0), Seconds::plus))
                .isGreaterThan(one.loads().time().mid());
    }

    @Test
    void theSlowestGroupDecidesForAll() {
        Plan plan = Plans.of(SMALL + "  - { name: gpt-oss, group: big }\n"
                + "gpuPools: [{ name: gpu, size: Standard_NC24ads_A100_v4 }]\n"
                + "inference: { groups: { default: {}, big: { replicas: { min: 1, max: 9 } } } }\n");
        List<Seconds> most = plan.start().coldStarts().stream()
                .map(start -> start.total().value().high())
                .toList();
        assertThat(most).hasSize(2).isSorted();
        assertThat(plan.timeouts().coldStart().value()).isEqualTo(most.get(1)).isGreaterThan(most.get(0));
    }

    @Test
    void theFirstAnswerIsTheLoadAndThePrompt() {
        Plan plan = Plans.of(SMALL);
        Decision<Range<Seconds>> prompt = new Decision<>(
                "model.phi3.5:3.8b.prompt", seconds(1, 2, 3), "2.0 (1.0-3.0) s", Basis.DERIVED, "given", List.of());
        FirstAnswer answer = with(plan.environment(), Map.of("phi3.5:3.8b", prompt))
                .firstAnswers()
                .get(0);
        Range<Seconds> load = plan.start().loads().get(0).cold().value();
        assertThat(answer.cold().value().mid()).isEqualTo(load.mid().plus(new Seconds(2)));
        assertThat(answer.warm().value()).isEqualTo(prompt.value());
        assertThat(answer.document().firstHigh()).isEqualTo(new Seconds(10));
    }

    @Test
    void theShareIsAsFastAsOneFileUnlessTheValueFileNamesASpeed() {
        ModelsShare facts = Plans.catalog().azure().modelsShare();
        assertThat(DOCUMENT.start().shareThroughput().value()).isEqualTo(facts.file());
        Decision<Throughput> pinned = Plans.of(SMALL + "inference: { share: { throughputMibps: 203 } }\n")
                .start()
                .shareThroughput();
        assertThat(pinned.value()).isEqualTo(new Throughput(203));
        assertThat(pinned.basis()).isEqualTo(Basis.PINNED);
        for (Throughput bound : List.of(facts.least(), facts.most())) {
            int edge = bound.whole();
            assertThat(Plans.of(SMALL + "inference: { share: { throughputMibps: " + edge + " } }\n")
                            .start()
                            .shareThroughput()
                            .value())
                    .isEqualTo(bound);
            int beyond = edge == facts.least().whole() ? edge - 1 : edge + 1;
            assertThat(Plans.result(SMALL + "inference: { share: { throughputMibps: " + beyond + " } }\n")
                            .problems())
                    .as("%s MiB/s", beyond)
                    .isNotEmpty();
        }
    }

    @Test
    void risksAreNamedWithTheirNumbers() {
        assertThat(DOCUMENT.start().risks())
                .extracting(Risk::id)
                .containsExactly("front-door", "scale-down-before-start");
        assertThat(DOCUMENT.start().risks().get(0).text())
                .contains("240 s", DOCUMENT.timeouts().coldStart().shown());
        assertThat(DOCUMENT.start().risks().get(1).text())
                .contains("600 s", DOCUMENT.timeouts().coldStart().shown());
    }
}
