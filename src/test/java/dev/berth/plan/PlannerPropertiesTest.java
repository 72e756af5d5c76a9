package dev.berth.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.model.Gib;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.decision.Input;
import dev.berth.source.Result;
import dev.berth.testing.Seeds;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What holds of every environment that the planner accepts. */
class PlannerPropertiesTest {

    @Test
    void acceptedPlansFitTheirGpusAndNodes() {
        AtomicInteger accepted = new AtomicInteger();
        Seeds.each(1000, random -> {
            String text = new ValueFileGenerator(random).next();
            if (Plans.result(text) instanceof Result.Ok<Plan> ok) {
                accepted.incrementAndGet();
                check(ok.value(), text);
            }
        });
        assertThat(accepted.get()).isGreaterThan(Long.getLong("seed") == null ? 200 : -1);
    }

    private static void check(Plan plan, String text) {
        GroupPlan group = plan.groups().get(0);
        PoolPlan pool = plan.pools().get(0);
        int perGpu = pool.pool().sharing().value().replicasPerGpu();
        Gib usable = pool.size().gpu().usable().low().times(1.0 / perGpu);
        int perNode = pool.size().gpus() * perGpu;
        plan.models()
                .forEach(model ->
                        assertThat(model.residency().value().high()).as(text).isLessThanOrEqualTo(usable));
        assertThat(group.minReplicas().value())
                .as(text)
                .isGreaterThanOrEqualTo(group.homeReplicas().value());
        assertThat(group.maxReplicas().value())
                .as(text)
                .isGreaterThanOrEqualTo(group.minReplicas().value());
        assertThat(pool.maxNodes().value() * perNode)
                .as(text)
                .isGreaterThanOrEqualTo(group.maxReplicas().value());
        assertThat(pool.floorNodes().value() * perNode)
                .as(text)
                .isGreaterThanOrEqualTo(group.minReplicas().value());
        assertThat(group.cpuRequest().value().times(perNode))
                .as(text)
                .isLessThan(pool.size().allocatableCpu());
        assertThat(group.memoryRequest().value().times(perNode))
                .as(text)
                .isLessThan(pool.size().allocatableMemory());
        assertThat(plan.gpuFloor()).as(text).isLessThanOrEqualTo(plan.gpuCeiling());
    }

    @Test
    void everyDecisionEndsInInputs() {
        Seeds.each(200, random -> {
            if (Plans.result(new ValueFileGenerator(random).next()) instanceof Result.Ok<Plan> ok) {
                ok.value().decisions().values().forEach(PlannerPropertiesTest::endsInInputs);
            }
        });
    }

    private static void endsInInputs(Decision<?> decision) {
        assertThat(decision.formula()).as(decision.id()).isNotBlank();
        assertThat(decision.because()).as(decision.id()).isNotBlank().doesNotContain("\n");
        assertThat(decision.inputs()).as(decision.id()).isNotEmpty();
        decision.inputs().forEach(input -> {
            if (input instanceof Input.FromDecision from) {
                endsInInputs(from.decision());
            } else if (input instanceof Input.FromCatalog from) {
                assertThat(from.citation().date()).as(decision.id()).matches("\\d{4}-\\d{2}-\\d{2}");
                assertThat(from.citation().source()).as(decision.id()).isNotBlank();
            }
        });
    }
}
