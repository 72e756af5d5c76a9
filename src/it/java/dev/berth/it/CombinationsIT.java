package dev.berth.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.catalog.Catalog;
import dev.berth.load.EnvironmentLoader;
import dev.berth.plan.Plan;
import dev.berth.plan.Planner;
import dev.berth.plan.Plans;
import dev.berth.render.NewValueFile;
import dev.berth.render.Renderer;
import dev.berth.source.Problem;
import dev.berth.source.Result;
import dev.berth.verify.RenderedChecks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A new environment on any GPU size in any region is rendered and valid, or refused with a code. */
class CombinationsIT {

    private static final int COMBINATIONS = 300;
    private static final int ACCEPTED_AT_LEAST = 200;

    private final Catalog catalog = Plans.catalog();
    private final RenderedChecks checks = new RenderedChecks(catalog);
    private final SplittableRandom random = new SplittableRandom(11);

    /** @param offered whether the catalogue has a price for the size in the region */
    private record Combination(String size, String region, String model, boolean offered) {}

    @Test
    void anyCombinationIsValidOrRefusedWithACode() {
        List<Combination> combinations = combinations();
        List<Boolean> accepted =
                combinations.parallelStream().map(this::isAccepted).toList();
        assertThat(accepted.stream().filter(yes -> yes)).hasSizeGreaterThanOrEqualTo(ACCEPTED_AT_LEAST);
        assertThat(accepted.stream().filter(yes -> !yes)).isNotEmpty();
    }

    private boolean isAccepted(Combination combination) {
        String text = new NewValueFile(
                                "test",
                                List.of(combination.region()),
                                List.of(combination.model()),
                                Optional.empty(),
                                "values.schema.json")
                        .text()
                + "\ngpuPools:\n  - name: gpu\n    size: " + combination.size() + "\n";
        Result<Plan> plan = EnvironmentLoader.check(Path.of("target/no-project"), catalog, Plans.schema(), "test", text)
                .then(new Planner(catalog)::plan);
        if (plan instanceof Result.Ok<Plan> ok) {
            assertThat(combination.offered()).as("%s", combination).isTrue();
            var files = Renderer.render(ok.value(), "digest", "1").files();
            assertThat(checks.check(files).problems()).as("%s", combination).isEmpty();
            return true;
        }
        assertThat(plan.problems())
                .as("%s", combination)
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.code().id()).startsWith("P0"))
                .anyMatch(Problem::isError);
        return false;
    }

    /** Three of four are offered by Azure, the others are taken as they come. */
    private List<Combination> combinations() {
        List<Combination> all = new ArrayList<>();
        for (String size : catalog.gpuSizes().keySet()) {
            for (String region : catalog.prices().regions().keySet()) {
                boolean offered = catalog.prices().of(region, size).isPresent();
                for (String model : catalog.models().keySet()) {
                    all.add(new Combination(size, region, model, offered));
                }
            }
        }
        List<Combination> offered = all.stream().filter(Combination::offered).toList();
        List<Combination> sample = new ArrayList<>();
        for (int i = 0; i < COMBINATIONS; i++) {
            List<Combination> from = i % 4 == 0 ? all : offered;
            sample.add(from.get(random.nextInt(from.size())));
        }
        return sample;
    }
}
