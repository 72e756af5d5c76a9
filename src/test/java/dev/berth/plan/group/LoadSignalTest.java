package dev.berth.plan.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.plan.Plan;
import dev.berth.plan.Plans;
import dev.berth.plan.start.LoadTime;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** How loads are seen, derived from what models take, how long they load and how long they stay. */
class LoadSignalTest {

    private static LoadSignal signal(Plan plan) {
        return Objects.requireNonNull(plan.loads().get("default"));
    }

    @Test
    void halfOfTheSmallestModelIsALoad() {
        Plan plan = Plans.of(Plans.serving("name: llama3.1:8b", "name: gemma2:2b"));
        double smallest = plan.models().stream()
                .mapToDouble(model -> model.residency().value().low().amount())
                .min()
                .orElseThrow();
        assertThat(signal(plan).rise().value().amount()).isEqualTo(smallest / 2);
        assertThat(plan.decisions()).containsKey("group.default.load.rise");
    }

    /** What a large model takes later, for its cache, is still the same load. */
    @Test
    void theLongestLoadFitsTheWindow() {
        Plan quick = Plans.of(Plans.serving("name: gemma2:2b"));
        assertThat(signal(quick).window().value().amount()).isEqualTo(60);
        Plan slow = Plans.of(
                Plans.serving("name: llama3.1:8b", "name: gemma2:2b")
                        + "inference: { share: { throughputMibps: 100 }, groups: { default: { replicas: { min: 3, max: 4 } } } }\n");
        List<LoadTime> loads = slow.start().loads();
        assertThat(loads)
                .hasSize(2)
                .allSatisfy(load -> assertThat(load.cold().value().high())
                        .isLessThanOrEqualTo(signal(slow).window().value()));
        assertThat(signal(slow).window().value().amount()).isGreaterThan(60);
    }

    /** A model that nobody pushes out stays for the keep-alive of 5 minutes, and only so many are there at a time. */
    @Test
    void noMoreLoadsThanTheKeepAliveAllows() {
        assertThat(signal(Plans.of(Plans.serving("name: gemma2:2b")))
                        .mostPerHour()
                        .value())
                .isEqualTo(13);
        Plan many = Plans.of(Plans.serving(
                "name: phi3.5",
                "name: gemma2:2b, keep: onDemand",
                "name: mistral:7b, keep: onDemand",
                "name: llama3.1:8b, keep: onDemand"));
        int loaded = many.groups().get(0).loadedModels().value();
        assertThat(loaded).isLessThan(4);
        assertThat(signal(many).mostPerHour().value()).isEqualTo(13 * loaded);
    }
}
