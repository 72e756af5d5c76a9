package dev.berth.plan;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.model.Seconds;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.demand.Moment.Typical;
import dev.berth.plan.group.GroupPlan;
import dev.berth.source.Code;
import dev.berth.source.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a stated demand does to a whole plan. */
class DemandedPlansTest {

    private static final String MODELS = Plans.serving(
            "name: gemma2:2b",
            "name: phi3.5",
            "name: llama3.1:8b, context: 8192, demand: { peakRequestsPerMinute: 8 }",
            "name: gpt-oss, keep: onDemand");

    private static String group(String fields) {
        return "inference: { groups: { default: { " + fields + " } } }\n";
    }

    private static Decision<?> decision(Plan plan, String id) {
        return requireNonNull(plan.decisions().get(id), id);
    }

    private static double slotsBusy(Plan plan) {
        return plan.groups().get(0).demand().homes().stream()
                .mapToDouble(station -> station.load(Typical.PEAK, range -> range.mid()))
                .sum();
    }

    private static List<Problem> of(Code code, String text) {
        return Plans.result(text).problems().stream()
                .filter(problem -> problem.code() == code)
                .toList();
    }

    @Test
    void whatOpenWebUiAsksReachesTheSmallestModelKeptAlways() {
        Plan plan = Plans.of(MODELS);
        assertThat(decision(plan, "webui.taskModel").shown()).isEqualTo("gemma2:2b");
        assertThat(decision(plan, "model.gemma2:2b.demand").formula()).contains("titles", "tags", " x 8.0");
        assertThat(plan.decisions()).doesNotContainKeys("model.phi3.5:3.8b.demand", "model.gpt-oss:20b.demand");
    }

    @Test
    void twoRegionsHalveTheLoadOfEach() {
        Plan one = Plans.of(MODELS);
        Plan two = Plans.of(MODELS.replace("[westeurope]", "[westeurope, northeurope]"));
        assertThat(slotsBusy(two)).isPositive().isEqualTo(slotsBusy(one) / 2);
        assertThat(decision(two, "model.llama3.1:8b.demand").formula()).endsWith("over 2 regions");
        assertThat(two.groups().get(0).maxReplicas().value())
                .isLessThanOrEqualTo(one.groups().get(0).maxReplicas().value());
    }

    @Test
    void demandAddsReplicasThatRepeatTheHomesOfItsStation() {
        Plan plan = Plans.of(MODELS.replace("peakRequestsPerMinute: 8", "peakRequestsPerMinute: 60, profile: flat"));
        GroupPlan group = plan.groups().get(0);
        assertThat(group.minReplicas().value())
                .isGreaterThan(group.homeReplicas().value() + 1);
        assertThat(group.homes()
                        .subList(group.homeReplicas().value(), group.homes().size()))
                .filteredOn(ordinal ->
                        ordinal.homes().stream().anyMatch(home -> home.name().equals("llama3.1:8b")))
                .hasSizeGreaterThan(group.minReplicas().value() / 2);
        assertThat(decision(plan, "model.llama3.1:8b.waitP95").value())
                .isInstanceOfSatisfying(
                        Seconds.class, wait -> assertThat(wait.amount()).isLessThanOrEqualTo(20));
    }

    @Test
    void tooFewReplicasForTheBusiestHourAreToldWithTheWait() {
        String text = MODELS.replace("peakRequestsPerMinute: 8", "peakRequestsPerMinute: 20")
                + group("slots: 1, replicas: { max: 3 }");
        assertThat(of(Code.WAIT_ABOVE_OBJECTIVE, text))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .startsWith("`inference.groups.default.replicas.max` is 3, the busiest hour needs ")
                        .containsPattern("wait (ever longer|up to [0-9.]+ s)")
                        .endsWith("the objective is 20 s"));
        String enough = text.replace("max: 3", "max: 12");
        assertThat(of(Code.WAIT_ABOVE_OBJECTIVE, enough)).isEmpty();
    }

    @Test
    void aMinimumBelowAnAverageHourIsToldWithTheWait() {
        String text = MODELS.replace("peakRequestsPerMinute: 8", "peakRequestsPerMinute: 20, profile: flat")
                + group("slots: 1, replicas: { min: 2 }");
        assertThat(of(Code.MIN_BELOW_DEMAND, text))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .startsWith("`inference.groups.default.replicas.min` is 2")
                        .contains("average hour"));
        assertThat(of(Code.MIN_BELOW_DEMAND, text.replace("min: 2", "min: 9"))).isEmpty();
    }

    /** Open WebUI's part of the work is on another model than people's. */
    @Test
    void demandOnOneModelNeverTakesFromAnother() {
        Plan before = Plans.of(MODELS);
        Plan after = Plans.of(MODELS.replace("name: phi3.5", "name: phi3.5, demand: { peakRequestsPerMinute: 2 }"));
        assertThat(decision(after, "model.llama3.1:8b.demand").shown())
                .isEqualTo(decision(before, "model.llama3.1:8b.demand").shown());
        assertThat(slotsBusy(after)).isGreaterThan(slotsBusy(before));
    }

    /** Without it the average hour would take the replica that a model on demand starts on. */
    @Test
    void aDerivedMinimumLeavesAReplicaForModelsOnDemand() {
        Plan plan = Plans.of(MODELS.replace("peakRequestsPerMinute: 8", "peakRequestsPerMinute: 20")
                + group("slots: 1, replicas: { max: 3 }"));
        assertThat(plan.groups().get(0).minReplicas().value()).isEqualTo(2);
    }

    @Test
    void fewerReplicasThanHomesAreRefused() {
        String text = Plans.serving("name: gpt-oss", "name: llama3.1:8b", "name: mistral:7b, context: 32768")
                + group("replicas: { max: 2 }");
        assertThat(of(Code.TOO_FEW_REPLICAS, text))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .startsWith("`inference.groups.default.replicas.max` is 2, the models kept always need 3: "));
        assertThat(of(Code.TOO_FEW_REPLICAS, text.replace("max: 2", "max: 3"))).isEmpty();
    }

    @Test
    void aModelOnDemandThatCouldNeverRunIsRefused() {
        String text = MODELS + group("slots: 1, replicas: { min: 2, max: 2 }");
        assertThat(of(Code.TOO_FEW_REPLICAS, text)).singleElement().satisfies(problem -> {
            assertThat(problem.message())
                    .isEqualTo("`inference.groups.default.replicas.max` is 2, all of them keep models:"
                            + " {llama3.1:8b}, {phi3.5:3.8b, gemma2:2b}, and `gpt-oss:20b` fits beside none of these");
            assertThat(problem.hint()).isEqualTo("write 3 or more, or give `gpt-oss:20b` a group of its own");
        });
        assertThat(of(Code.TOO_FEW_REPLICAS, text.replace("max: 2", "max: 3"))).isEmpty();
        assertThat(of(Code.TOO_FEW_REPLICAS, text.replace("name: gpt-oss", "name: deepseek-r1")))
                .isEmpty();
    }

    @Test
    void modelsOnDemandAloneNeedNoReplicaMore() {
        assertThat(of(
                        Code.TOO_FEW_REPLICAS,
                        Plans.serving("name: gpt-oss, keep: onDemand") + group("replicas: { min: 1, max: 1 }")))
                .isEmpty();
    }
}
