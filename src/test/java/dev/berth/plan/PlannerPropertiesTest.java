package dev.berth.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.catalog.Catalog;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.decision.Input;
import dev.berth.plan.placement.GpuRoom;
import dev.berth.plan.placement.HomeSet;
import dev.berth.plan.placement.Tenant;
import dev.berth.source.Result;
import dev.berth.testing.Seeds;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds of every environment that the planner accepts. */
class PlannerPropertiesTest {

    private static final int RUNS = 2000;
    private static final Catalog CATALOG = Plans.largeCatalog();

    @Test
    void acceptedPlansHold() {
        AtomicInteger accepted = new AtomicInteger();
        Seeds.each(RUNS, random -> {
            String text = new ValueFileGenerator(random, CATALOG).next();
            if (Plans.result(CATALOG, text) instanceof Result.Ok<Plan> ok) {
                accepted.incrementAndGet();
                Plan plan = ok.value();
                plan.groups().forEach(group -> {
                    modelsFitTheMemoryOfTheirReplicas(plan, group, text);
                    modelsKeptAlwaysAreAtHomeOnReplicasThatNeverGoAway(group, text);
                    modelsOnDemandHaveAReplicaToRunOn(plan, group, text);
                    requestsOfAllReplicasOnANodeFitIt(plan, group, text);
                });
                plan.pools().forEach(pool -> nodesHoldTheReplicas(plan, pool, text));
                everyDecisionHasAnIdAndAReason(plan, text);
                assertThat(plan.gpuFloor()).as(text).isLessThanOrEqualTo(plan.gpuCeiling());
            }
        });
        assertThat(accepted.get()).isGreaterThan(Long.getLong("seed") == null ? RUNS / 4 : -1);
    }

    private static void modelsFitTheMemoryOfTheirReplicas(Plan plan, GroupPlan group, String text) {
        GpuRoom room = room(plan, group);
        group.homes()
                .forEach(ordinal -> assertThat(room.holds(homes(group, ordinal)))
                        .as("%s of %s", ordinal, text)
                        .isTrue());
        group.models()
                .forEach(model -> assertThat(room.holdsAlone(model.tenant()))
                        .as("%s of %s", model.name(), text)
                        .isTrue());
    }

    private static GpuRoom room(Plan plan, GroupPlan group) {
        PoolPlan pool = plan.pool(group);
        int perGpu = pool.pool().sharing().value().replicasPerGpu();
        return new GpuRoom(
                pool.size().gpu().usable().low().times(1.0 / perGpu),
                CATALOG.ollama().prediction().headroom());
    }

    /** As the group's models say that they are. */
    private static List<Tenant> homes(GroupPlan group, HomeSet ordinal) {
        return group.models().stream()
                .filter(model ->
                        ordinal.homes().stream().anyMatch(home -> home.name().equals(model.name())))
                .map(ModelPlan::tenant)
                .toList();
    }

    private static void modelsKeptAlwaysAreAtHomeOnReplicasThatNeverGoAway(GroupPlan group, String text) {
        Set<String> always = group.models().stream()
                .filter(ModelPlan::isKeptAlways)
                .map(ModelPlan::name)
                .collect(Collectors.toSet());
        Set<String> atHome = group.homes().stream()
                .flatMap(ordinal -> ordinal.homes().stream())
                .map(Tenant::name)
                .collect(Collectors.toSet());
        assertThat(atHome).as(text).isEqualTo(always);
        assertThat(group.homes())
                .as(text)
                .hasSize(always.isEmpty() ? 0 : group.minReplicas().value())
                .allSatisfy(ordinal -> assertThat(ordinal.homes()).isNotEmpty());
    }

    private static void modelsOnDemandHaveAReplicaToRunOn(Plan plan, GroupPlan group, String text) {
        int min = group.minReplicas().value();
        assertThat(group.homeReplicas().value()).as(text).isPositive().isLessThanOrEqualTo(min);
        assertThat(group.maxReplicas().value()).as(text).isGreaterThanOrEqualTo(min);
        if (group.maxReplicas().value() > min || group.homes().isEmpty()) {
            return;
        }
        group.models().stream()
                .filter(model -> !model.isKeptAlways())
                .forEach(model -> assertThat(group.homes())
                        .as("%s of %s", model.name(), text)
                        .anyMatch(ordinal -> room(plan, group).takesBeside(homes(group, ordinal), model.tenant())));
    }

    private static void requestsOfAllReplicasOnANodeFitIt(Plan plan, GroupPlan group, String text) {
        PoolPlan pool = plan.pool(group);
        assertThat(group.cpuRequest().value().times(perNode(pool)))
                .as(text)
                .isLessThan(pool.size().allocatableCpu());
        assertThat(group.memoryRequest().value().times(perNode(pool)))
                .as(text)
                .isLessThan(pool.size().allocatableMemory());
    }

    private static int perNode(PoolPlan pool) {
        return pool.size().gpus() * pool.pool().sharing().value().replicasPerGpu();
    }

    private static void nodesHoldTheReplicas(Plan plan, PoolPlan pool, String text) {
        int floor = pool.floorNodes().value();
        int max = pool.maxNodes().value();
        assertThat(floor * perNode(pool)).as(text).isGreaterThanOrEqualTo(on(plan, pool, GroupPlan::minReplicas));
        assertThat(max * perNode(pool)).as(text).isGreaterThanOrEqualTo(on(plan, pool, GroupPlan::maxReplicas));
        assertThat(floor).as(text).isBetween(pool.minNodes().value(), max);
    }

    private static int on(Plan plan, PoolPlan pool, Function<GroupPlan, Decision<Integer>> replicas) {
        return plan.groups().stream()
                .filter(group -> group.pool().equals(pool.name()))
                .mapToInt(group -> replicas.apply(group).value())
                .sum();
    }

    /** Of two that have the same id only one would be seen. */
    private static void everyDecisionHasAnIdAndAReason(Plan plan, String text) {
        assertThat(plan.everyDecision().distinct().map(Decision::id)).as(text).doesNotHaveDuplicates();
        Set<String> seen = new HashSet<>();
        plan.decisions().values().forEach(decision -> endsInInputs(decision, seen));
    }

    private static void endsInInputs(Decision<?> decision, Set<String> seen) {
        if (!seen.add(decision.id())) {
            return;
        }
        assertThat(decision.formula()).as(decision.id()).isNotBlank();
        assertThat(decision.because()).as(decision.id()).isNotBlank().doesNotContain("\n");
        assertThat(decision.inputs()).as(decision.id()).isNotEmpty();
        decision.inputs().forEach(input -> {
            if (input instanceof Input.FromDecision from) {
                endsInInputs(from.decision(), seen);
            } else if (input instanceof Input.FromCatalog from) {
                assertThat(from.citation().date()).as(decision.id()).matches("\\d{4}-\\d{2}-\\d{2}");
                assertThat(from.citation().source()).as(decision.id()).isNotBlank();
            }
        });
    }
}
