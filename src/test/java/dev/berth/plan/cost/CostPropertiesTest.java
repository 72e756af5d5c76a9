package dev.berth.plan.cost;

import static dev.berth.plan.cost.Bills.nodes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.berth.catalog.Catalog;
import dev.berth.model.Range;
import dev.berth.model.Usd;
import dev.berth.plan.Plan;
import dev.berth.plan.Plans;
import dev.berth.plan.ValueFileGenerator;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.decision.Input;
import dev.berth.source.Result;
import dev.berth.testing.Seeds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds of the cost of every environment. */
class CostPropertiesTest {

    private static final List<String> REGIONS = List.of("eastus", "westeurope", "northeurope", "swedencentral");
    private static final List<Function<CostLine, Decision<Range<Usd>>>> STATES =
            List.of(CostLine::floor, CostLine::expected, CostLine::ceiling);

    private static Catalog catalog;

    @BeforeAll
    static void prices(@TempDir Path project) throws IOException {
        catalog = Bills.withPrices(
                project,
                "regions: [{ name: westeurope, source: ours, usdPerMonth: { storage: 150, database: 130, cache: 40 } }]\n");
    }

    private static PaidPool pool(String name, SplittableRandom random, int more) {
        int floor = random.nextInt(4);
        int ceiling = Math.max(1, floor + random.nextInt(5));
        // Wider than the bounds at times: an average that the demand gives and the pool cannot have.
        double low = random.nextDouble(8);
        double mid = low + random.nextDouble(2);
        boolean demand = random.nextBoolean();
        double high = mid + random.nextDouble(2);
        return new PaidPool(
                name,
                random.nextBoolean() ? "Standard_NC4as_T4_v3" : "Standard_NC8as_T4_v3",
                Optional.empty(),
                nodes(floor + more),
                nodes(ceiling + more),
                demand ? Optional.of(nodes(low + more, mid + more, high + more)) : Optional.empty());
    }

    /** @param more nodes of each pool */
    private static Paid paid(SplittableRandom random, int more) {
        List<PaidPool> gpu = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            gpu.add(pool("gpu" + i, random, more));
        }
        int system = 1 + random.nextInt(3) + more;
        int apps = 2 + random.nextInt(3) + more;
        return new Paid(
                gpu,
                Bills.cpu("system", system),
                Bills.cpu("apps", apps),
                List.of(Bills.share("models", 32 + random.nextInt(2000), 3000, 100 + random.nextInt(900))),
                List.of(new ModelUse("gemma2:2b", "gpu1", random.nextDouble(), 1 + random.nextInt(100_000))));
    }

    private static String regions(SplittableRandom random) {
        return String.join(", ", REGIONS.subList(0, 1 + random.nextInt(REGIONS.size())));
    }

    private static List<Double> ends(Range<Usd> range) {
        return List.of(range.low().amount(), range.mid().amount(), range.high().amount());
    }

    private static void assertNotLess(Range<Usd> more, Range<Usd> less) {
        for (int i = 0; i < 3; i++) {
            assertThat(ends(more).get(i)).isGreaterThanOrEqualTo(ends(less).get(i) - 1e-6);
        }
    }

    @Test
    void floorExpectedAndCeilingAreInOrder() {
        Seeds.each(300, random -> {
            CostPlan plan = Bills.of(catalog, regions(random), paid(random, 0));
            List<CostLine> all = new ArrayList<>(plan.lines());
            all.add(plan.total());
            all.forEach(line -> {
                assertNotLess(line.expected().value(), line.floor().value());
                assertNotLess(line.ceiling().value(), line.expected().value());
            });
        });
    }

    @Test
    void moreNodesAreNeverCheaper() {
        Seeds.each(300, random -> {
            long seed = random.nextLong();
            String regions = regions(random);
            CostLine less = Bills.of(catalog, regions, paid(new SplittableRandom(seed), 0))
                    .total();
            CostLine more = Bills.of(catalog, regions, paid(new SplittableRandom(seed), 1))
                    .total();
            STATES.forEach(state ->
                    assertNotLess(state.apply(more).value(), state.apply(less).value()));
        });
    }

    @Test
    void theCostIsTheSumOfItsRegions() {
        Seeds.each(200, random -> {
            long seed = random.nextLong();
            CostLine all = Bills.of(catalog, String.join(", ", REGIONS), paid(new SplittableRandom(seed), 0))
                    .total();
            for (Function<CostLine, Decision<Range<Usd>>> state : STATES) {
                double sum = REGIONS.stream()
                        .map(region -> Bills.of(catalog, region, paid(new SplittableRandom(seed), 0))
                                .total())
                        .mapToDouble(total -> state.apply(total).value().mid().amount())
                        .sum();
                assertThat(state.apply(all).value().mid().amount()).isCloseTo(sum, within(1e-6));
            }
        });
    }

    @Test
    void everyCostEndsInInputs() {
        Seeds.each(
                100,
                random -> Bills.of(catalog, regions(random), paid(random, 0))
                        .decisions()
                        .forEach(CostPropertiesTest::assertEndsInInputs));
        AtomicInteger planned = new AtomicInteger();
        Seeds.each(100, random -> {
            if (Plans.result(new ValueFileGenerator(random).next()) instanceof Result.Ok<Plan> ok) {
                planned.incrementAndGet();
                ok.value().cost().decisions().forEach(CostPropertiesTest::assertEndsInInputs);
                assertThat(ok.value().decisions()).containsKeys("cost.total.floor", "cost.pool.gpu.ceiling");
            }
        });
        Seeds.enough(planned, 20);
    }

    private static void assertEndsInInputs(Decision<?> decision) {
        assertThat(decision.formula()).as(decision.id()).isNotBlank();
        assertThat(decision.inputs()).as(decision.id()).isNotEmpty();
        decision.inputs().forEach(input -> {
            if (input instanceof Input.FromDecision from) {
                assertEndsInInputs(from.decision());
            }
        });
    }
}
