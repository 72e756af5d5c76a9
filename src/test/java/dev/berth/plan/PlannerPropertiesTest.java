package dev.berth.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.catalog.Catalog;
import dev.berth.model.Engine;
import dev.berth.model.Gib;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.decision.Input;
import dev.berth.plan.group.GroupPlan;
import dev.berth.plan.memory.ModelPlan;
import dev.berth.plan.nodes.PoolPlan;
import dev.berth.plan.placement.GpuRoom;
import dev.berth.plan.placement.HomeSet;
import dev.berth.plan.placement.Tenant;
import dev.berth.plan.schedule.Opening;
import dev.berth.source.Result;
import dev.berth.testing.Seeds;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds of every environment that the planner accepts. */
class PlannerPropertiesTest {

    private static final int RUNS = 2000;
    private static final double DUST = 1e-9;
    private static final Catalog CATALOG = Plans.largeCatalog();

    @Test
    void acceptedPlansHold() {
        AtomicInteger accepted = new AtomicInteger();
        AtomicInteger large = new AtomicInteger();
        AtomicInteger scheduled = new AtomicInteger();
        Seeds.each(RUNS, random -> {
            String text = new ValueFileGenerator(random, CATALOG).next();
            if (Plans.result(CATALOG, text) instanceof Result.Ok<Plan> ok) {
                accepted.incrementAndGet();
                Plan plan = ok.value();
                plan.groups().forEach(group -> {
                    large.addAndGet(group.models().size() > 10 ? 1 : 0);
                    modelsFitTheMemoryOfTheirReplicas(plan, group, text);
                    modelsKeptAlwaysAreAtHomeOnReplicasThatNeverGoAway(group, text);
                    modelsKeptByScheduleAreAtHomeInTheirWindows(group, text);
                    scheduled.addAndGet(group.hasWindows() ? 1 : 0);
                    modelsOnDemandHaveAReplicaToRunOn(plan, group, text);
                    requestsOfAllReplicasOnANodeFitIt(plan, group, text);
                });
                plan.pools().forEach(pool -> nodesHoldTheReplicas(plan, pool, text));
                everyDecisionHasAnIdOfItsOwn(plan, text);
                // All reasons of a plan are long.
                if (accepted.get() % 8 == 1) {
                    everyDecisionHasAReason(plan);
                }
                assertThat(plan.gpuFloor()).as(text).isLessThanOrEqualTo(plan.gpuCeiling());
            }
        });
        if (Long.getLong("seed") == null) {
            assertThat(accepted.get()).isGreaterThan(RUNS / 4);
            assertThat(scheduled.get()).as("groups with windows").isGreaterThan(100);
            assertThat(large.get())
                    .as("groups with more models than are weighed")
                    .isGreaterThan(10);
        }
    }

    private static void modelsFitTheMemoryOfTheirReplicas(Plan plan, GroupPlan group, String text) {
        double capacity = capacity(plan, group).amount();
        group.homes().forEach(ordinal -> stayLoaded(homes(group, ordinal), capacity, ordinal + " of " + text));
        group.models().forEach(model -> stayLoaded(List.of(model.tenant()), capacity, model.name() + " of " + text));
    }

    /** The largest first, each within what is left, and all but the first within what Ollama admits of it. */
    private static void stayLoaded(List<Tenant> models, double capacity, String what) {
        List<Tenant> largestFirst = models.stream()
                .sorted(Comparator.comparing(Tenant::residency).reversed())
                .toList();
        double left = capacity;
        for (Tenant next : largestFirst) {
            double admitted = left < capacity ? 0.8 * left : Double.MAX_VALUE;
            assertThat(next.predicted().amount()).as(what).isLessThanOrEqualTo(admitted + DUST);
            left -= next.residency().amount();
            assertThat(left).as(what).isGreaterThanOrEqualTo(-DUST);
        }
    }

    private static Gib capacity(Plan plan, GroupPlan group) {
        PoolPlan pool = plan.pool(group);
        int perGpu = pool.pool().sharing().value().replicasPerGpu();
        return pool.size().gpu().usable().low().times(1.0 / perGpu);
    }

    private static GpuRoom room(Plan plan, GroupPlan group) {
        return new GpuRoom(capacity(plan, group), CATALOG.ollama().prediction().headroom());
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
        Set<String> always = names(group, ModelPlan::isKeptAlways);
        Set<String> kept = names(group, ModelPlan::hasHome);
        assertThat(atHome(group, group.homes().size())).as(text).isEqualTo(kept);
        assertThat(atHome(group, group.minReplicas().value())).as(text).containsAll(always);
        assertThat(group.homes())
                .as(text)
                .hasSize(kept.isEmpty() ? 0 : group.keptReplicas().value())
                .allSatisfy(ordinal -> assertThat(ordinal.homes()).isNotEmpty());
    }

    private static Set<String> names(GroupPlan group, Predicate<ModelPlan> which) {
        return group.models().stream().filter(which).map(ModelPlan::name).collect(Collectors.toSet());
    }

    /** On one of so many replicas. */
    private static Set<String> atHome(GroupPlan group, int replicas) {
        return group.homes().stream()
                .limit(replicas)
                .flatMap(ordinal -> ordinal.homes().stream())
                .map(Tenant::name)
                .collect(Collectors.toSet());
    }

    private static void modelsKeptByScheduleAreAtHomeInTheirWindows(GroupPlan group, String text) {
        int min = group.minReplicas().value();
        group.models().stream()
                .filter(model -> !model.request().windows().isEmpty())
                .forEach(model -> model.request().windows().forEach(window -> {
                    int replicas = group.schedule().orElseThrow().openings().stream()
                            .filter(opening -> opening.window().equals(window))
                            .mapToInt(Opening::replicas)
                            .reduce(min, Math::max);
                    assertThat(atHome(group, replicas)).as(text).contains(model.name());
                    assertThat(replicas)
                            .as(text)
                            .isBetween(min, group.keptReplicas().value());
                }));
        assertThat(group.keptReplicas().value())
                .as(text)
                .isBetween(min, group.maxReplicas().value());
    }

    private static void modelsOnDemandHaveAReplicaToRunOn(Plan plan, GroupPlan group, String text) {
        int min = group.minReplicas().value();
        boolean startsAtNone = group.group().engine().value() == Engine.KEDA
                && group.models().stream().noneMatch(ModelPlan::isKeptAlways);
        assertThat(group.homeReplicas().value())
                .as(text)
                .isGreaterThanOrEqualTo(startsAtNone ? 0 : 1)
                .isLessThanOrEqualTo(min);
        assertThat(group.maxReplicas().value()).as(text).isGreaterThanOrEqualTo(min);
        if (group.maxReplicas().value() > group.keptReplicas().value()
                || group.homes().isEmpty()) {
            return;
        }
        group.models().stream()
                .filter(model -> !model.hasHome())
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
    private static void everyDecisionHasAnIdOfItsOwn(Plan plan, String text) {
        Set<Decision<?>> objects = Collections.newSetFromMap(new IdentityHashMap<>());
        plan.everyDecision().forEach(objects::add);
        assertThat(objects.stream().map(Decision::id)).as(text).doesNotHaveDuplicates();
    }

    private static void everyDecisionHasAReason(Plan plan) {
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
