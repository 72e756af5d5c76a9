package dev.berth.plan.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.berth.load.EnvironmentLoader;
import dev.berth.load.ValueChange;
import dev.berth.model.Environment;
import dev.berth.model.Usd;
import dev.berth.plan.Plan;
import dev.berth.plan.Planner;
import dev.berth.plan.Plans;
import dev.berth.plan.ValueFileGenerator;
import dev.berth.plan.decision.Decision;
import dev.berth.source.Problem;
import dev.berth.source.Result;
import dev.berth.testing.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stops an environment first, and what is offered against it. */
class GrowthTest {

    private static final Function<Environment, Result<Plan>> PLANNING = new Planner(Plans.catalog())::plan;

    private static final String MODELS = Plans.serving(
            "name: gemma2:2b",
            "name: phi3.5",
            "name: llama3.1:8b, context: 8192, demand: { peakRequestsPerMinute: 4 }",
            "name: gpt-oss, keep: onDemand");

    private static final String SLOTS =
            MODELS + "inference: { groups: { default: { slots: 1, replicas: { max: 5 } } } }\n";
    private static final String BUDGET = MODELS + "budget: { monthlyUsd: 3000 }\n";
    private static final String NODES = MODELS + pool("nodes: { max: 6 }");

    @TempDir
    Path project;

    private static String pool(String fields) {
        return "gpuPools: [{ name: gpu, size: Standard_NC4as_T4_v3, " + fields + " }]\n";
    }

    private static Growth growth(String text) {
        return Growth.of(Plans.of(text), Plans.catalog(), PLANNING).orElseThrow();
    }

    private static Limit limit(String text) {
        return growth(text).limit().orElseThrow();
    }

    @Test
    void withoutDemandNothingIsSaid() {
        assertThat(Growth.of(Plans.of(Plans.serving("name: gemma2:2b")), Plans.catalog(), PLANNING))
                .isEmpty();
    }

    @Test
    void whatIsPinnedStopsIt() {
        assertThat(limit(SLOTS).bound()).isEqualTo(Bound.SLOTS);
        assertThat(limit(BUDGET).bound()).isEqualTo(Bound.BUDGET);
        assertThat(limit(NODES).bound()).isEqualTo(Bound.NODES);
        assertThat(growth(MODELS)).isEqualTo(new Growth(Optional.empty(), Optional.empty()));
    }

    @Test
    void itStopsAtTheFactorAndNotMuchBelow() {
        for (String text : List.of(SLOTS, BUDGET, NODES)) {
            Limit limit = limit(text);
            assertThat(limit.factor()).as(text).isGreaterThan(1.1);
            Environment environment = Plans.of(text).environment();
            assertThat(stops(environment, limit.factor())).as(text).contains(limit.bound());
            assertThat(stops(environment, limit.factor() - 0.06)).as(text).isEmpty();
        }
    }

    private static List<Bound> stops(Environment environment, double factor) {
        return PLANNING.apply(environment.withDemand(factor)).problems().stream()
                .flatMap(problem -> Bound.of(problem.code()).stream())
                .toList();
    }

    /** As somebody does who takes the advice. */
    private Result<Environment> changed(String text, List<String> fields) {
        Path file = project.resolve("values/test.yaml");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        List<Result<ValueChange>> changes =
                fields.stream().map(ValueChange::parse).toList();
        return EnvironmentLoader.open(project, Optional.of(Plans.catalog()), Plans.schema())
                .then(loader -> Result.all(changes).then(list -> loader.load("test", list)));
    }

    private static Plan planned(Result<Environment> environment) {
        Result<Plan> plan = environment.then(PLANNING::apply);
        if (plan instanceof Result.Ok<Plan> ok) {
            return ok.value();
        }
        throw new AssertionError(plan.problems());
    }

    @Test
    void aLiftAllowsWhatItSaysAtTheCostThatItSays() {
        for (String text : List.of(SLOTS, BUDGET, NODES)) {
            Growth growth = growth(text);
            Lift lift = growth.lift().orElseThrow(() -> new AssertionError(text));
            assertThat(lift.factor()).isCloseTo(growth.limit().orElseThrow().factor() * 1.2, within(1e-9));
            Plan before = Plans.of(text);
            Plan after = planned(changed(text, lift.fields()));
            assertThat(stops(after.environment(), lift.factor()))
                    .as("%s with %s", text, lift)
                    .isEmpty();
            assertThat(lift.expected().amount())
                    .isCloseTo(expected(after).amount() - expected(before).amount(), within(1e-6));
        }
    }

    @Test
    void soDoLiftsOfAnyEnvironment() {
        AtomicInteger lifted = new AtomicInteger();
        Seeds.each(150, random -> {
            String text = new ValueFileGenerator(random).next();
            if (!(Plans.result(text) instanceof Result.Ok<Plan> ok)) {
                return;
            }
            Growth.of(ok.value(), Plans.catalog(), PLANNING)
                    .flatMap(Growth::lift)
                    .ifPresent(lift -> {
                        lifted.incrementAndGet();
                        Plan after = planned(changed(text, lift.fields()));
                        assertThat(stops(after.environment(), lift.factor()))
                                .as("%s with %s", text, lift)
                                .isEmpty();
                        assertThat(lift.expected().amount())
                                .as("%s with %s", text, lift)
                                .isCloseTo(
                                        expected(after).amount()
                                                - expected(ok.value()).amount(),
                                        within(1e-6));
                    });
        });
        Seeds.enough(lifted, 11);
    }

    private static Usd expected(Plan plan) {
        return plan.cost().total().expected().value().mid();
    }

    /** Fields for people and changes for the planner are two ways to say the same. */
    @Test
    void theFieldsOfEveryOptionMeanItsChange() {
        for (String text : List.of(SLOTS, BUDGET, NODES, SLOTS + pool("nodes: { min: 1, max: 5 }"))) {
            Plan plan = Plans.of(text);
            List<Option> options = new Options(plan, Plans.catalog()).all();
            assertThat(options).hasSizeGreaterThan(5).allSatisfy(option -> {
                Result<Plan> told = changed(text, option.fields()).then(PLANNING::apply);
                Result<Plan> made = PLANNING.apply(option.change().apply(plan.environment()));
                assertThat(shown(told)).as("%s", option.fields()).isEqualTo(shown(made));
            });
        }
    }

    /** What a plan says, or why there is none. */
    private static Map<String, String> shown(Result<Plan> result) {
        if (result instanceof Result.Ok<Plan> ok) {
            return ok.value().decisions().values().stream()
                    .collect(Collectors.toMap(Decision::id, Decision::shown, (one, other) -> one, TreeMap::new));
        }
        return result.problems().stream()
                .collect(Collectors.toMap(
                        problem -> problem.code().id(), Problem::message, String::concat, TreeMap::new));
    }

    /** Nobody has said what a spot node of another size costs. */
    @Test
    void spotPoolsAreOfferedNoOtherSize() {
        assertThat(fieldsOf(MODELS)).anyMatch(field -> field.startsWith("gpuPools[0].size="));
        assertThat(fieldsOf(MODELS + pool("spot: { usdPerHour: 0.2 }")))
                .isNotEmpty()
                .noneMatch(field -> field.startsWith("gpuPools[0].size="));
    }

    private static List<String> fieldsOf(String text) {
        return new Options(Plans.of(text), Plans.catalog())
                .all().stream().flatMap(option -> option.fields().stream()).toList();
    }
}
