package dev.berth.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.catalog.Catalog;
import dev.berth.plan.ValueFileParts.Model;
import dev.berth.plan.group.GroupPlan;
import dev.berth.plan.placement.GpuRoom;
import dev.berth.source.Result;
import dev.berth.testing.Seeds;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How a plan changes with its environment, and how it does not. */
class PlanChangesTest {

    private static final Catalog CATALOG = Plans.largeCatalog();
    private static final Catalog MORE_MEMORY = Plans.withGpuMemory(1.4);

    /** Groups of so many models are placed in the best way; the others only in a good one. */
    private static final int WEIGHED = 10;

    private static Optional<Plan> plan(Catalog catalog, ValueFileParts parts) {
        return Plans.result(catalog, parts.text()) instanceof Result.Ok<Plan> ok
                ? Optional.of(ok.value())
                : Optional.empty();
    }

    private static Map<String, Integer> capacity(Plan plan) {
        Map<String, Integer> numbers = new TreeMap<>();
        plan.groups().forEach(group -> {
            numbers.put(group.name() + " min", group.minReplicas().value());
            numbers.put(group.name() + " max", group.maxReplicas().value());
        });
        plan.pools().forEach(pool -> {
            numbers.put(pool.name() + " min", pool.minNodes().value());
            numbers.put(pool.name() + " floor", pool.floorNodes().value());
            numbers.put(pool.name() + " max", pool.maxNodes().value());
        });
        return numbers;
    }

    @Test
    void moreDemandNeverGivesLessCapacity() {
        AtomicInteger compared = new AtomicInteger();
        AtomicInteger grown = new AtomicInteger();
        Seeds.each(1200, random -> {
            ValueFileParts parts = new ValueFileGenerator(random, CATALOG).parts();
            double factor = 1 + 4 * random.nextDouble();
            Model one = parts.models().get(random.nextInt(parts.models().size()));
            boolean all = random.nextBoolean();
            ValueFileParts more = parts.withModels(model -> all || model == one ? model.times(factor) : model);
            plan(CATALOG, parts)
                    .ifPresent(before -> plan(CATALOG, more).ifPresent(after -> {
                        Map<String, Integer> had = capacity(before);
                        Map<String, Integer> has = capacity(after);
                        compared.incrementAndGet();
                        grown.addAndGet(has.equals(had) ? 0 : 1);
                        had.forEach((name, number) -> assertThat(has.get(name))
                                .as(
                                        "%s with %s times the demand of %s: %s",
                                        name, factor, all ? "all" : one.name(), more.text())
                                .isGreaterThanOrEqualTo(number));
                    }));
        });
        Seeds.enough(compared, 300);
        Seeds.enough(grown, 100);
    }

    /** With demand a larger GPU can hold all homes at once with fewer slots, and then needs more replicas. */
    @Test
    void moreGpuMemoryNeverTakesMoreNodesForTheHomes() {
        AtomicInteger compared = new AtomicInteger();
        AtomicInteger fewer = new AtomicInteger();
        Seeds.each(1200, random -> {
            ValueFileParts parts = new ValueFileGenerator(random, CATALOG)
                    .parts()
                    .withModels(model -> new Model(model.name(), model.fields(), Optional.empty()));
            Optional<Plan> before = plan(CATALOG, parts)
                    .filter(plan -> plan.groups().stream()
                            .allMatch(group -> group.models().size() <= WEIGHED));
            before.ifPresent(small -> {
                Plan large = plan(MORE_MEMORY, parts).orElseThrow(() -> new AssertionError(parts.text()));
                compared.incrementAndGet();
                small.groups()
                        .forEach(group -> assertThat(group.homes())
                                .as(parts.text())
                                .allMatch(ordinal -> room(large, group).holds(ordinal.homes())));
                for (int pool = 0; pool < small.pools().size(); pool++) {
                    int had = small.pools().get(pool).floorNodes().value();
                    int has = large.pools().get(pool).floorNodes().value();
                    fewer.addAndGet(has < had ? 1 : 0);
                    assertThat(has).as(parts.text()).isLessThanOrEqualTo(had);
                }
            });
        });
        Seeds.enough(compared, 200);
        Seeds.enough(fewer, 20);
    }

    private static GpuRoom room(Plan plan, GroupPlan group) {
        return new GpuRoom(
                plan.pool(group)
                        .size()
                        .gpu()
                        .usable()
                        .low()
                        .times(1.0 / plan.pool(group).pool().sharing().value().replicasPerGpu()),
                CATALOG.ollama().prediction().headroom());
    }

    @Test
    void theOrderOfTheFileDecidesNothing() {
        AtomicInteger compared = new AtomicInteger();
        Seeds.each(600, random -> {
            ValueFileParts parts = new ValueFileGenerator(random, CATALOG).parts();
            ValueFileParts shuffled = parts.shuffled(random);
            Optional<Plan> one = plan(CATALOG, parts);
            Optional<Plan> other = plan(CATALOG, shuffled);
            assertThat(other.isPresent()).as(parts.text()).isEqualTo(one.isPresent());
            one.ifPresent(plan -> {
                compared.incrementAndGet();
                assertThat(shown(other.orElseThrow())).as(parts.text()).isEqualTo(shown(plan));
            });
        });
        Seeds.enough(compared, 200);
    }

    private static Map<String, String> shown(Plan plan) {
        return plan.decisions().values().stream()
                .collect(Collectors.toMap(
                        decision -> decision.id(), decision -> decision.shown(), (one, other) -> one, TreeMap::new));
    }
}
