package dev.berth.bench;

import dev.berth.catalog.Catalog;
import dev.berth.load.CatalogLoader;
import dev.berth.load.EnvironmentLoader;
import dev.berth.model.Environment;
import dev.berth.plan.Planner;
import dev.berth.schema.JsonSchema;
import dev.berth.source.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long the planner takes for 1,000 environments of 20 models: two groups of ten, the most that is weighed exactly. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3)
@Measurement(iterations = 5)
public class PlanningBenchmark {

    private static final int ENVIRONMENTS = 1000;
    private static final int MODELS = 20;

    private Catalog catalog;
    private List<Environment> environments;

    @Setup
    public void load() throws IOException {
        SplittableRandom random = new SplittableRandom(20261125);
        Path project = Files.createTempDirectory("berth-bench");
        Path models = project.resolve("values/catalog/models.yaml");
        Files.createDirectories(models.getParent());
        Files.writeString(models, models(random));
        catalog = ok(CatalogLoader.load(project)).catalog();
        JsonSchema schema = EnvironmentLoader.schema();
        environments = IntStream.range(0, ENVIRONMENTS)
                .mapToObj(number -> ok(EnvironmentLoader.check(project, catalog, schema, "bench", environment(random))))
                .toList();
    }

    @Benchmark
    public int thousandEnvironments() {
        Planner planner = new Planner(catalog);
        return environments.stream()
                .mapToInt(environment -> ok(planner.plan(environment)).pools().size())
                .sum();
    }

    private static String models(SplittableRandom random) {
        StringBuilder text =
                new StringBuilder("sources: { bench: { text: made up, date: \"2026-11-25\" } }\nmodels:\n");
        for (int number = 0; number < MODELS; number++) {
            text.append("  - { name: \"m")
                    .append(number)
                    .append("\", digest: 0123456789ab, family: llama, quantization: Q4_0, weights: ")
                    .append(1_500_000_000L + random.nextLong(6_000_000_000L))
                    .append(", layers: ")
                    .append(20 + random.nextInt(20))
                    .append(", heads: 32, kvHeads: 8, headDimension: 128, embeddingLength: 4096, contextLimit: 32768,")
                    .append(" embedding: false, source: bench }\n");
        }
        return text.toString();
    }

    private static String environment(SplittableRandom random) {
        StringBuilder text = new StringBuilder("apiVersion: berth.dev/v1\nazure: { regions: [westeurope] }\nmodels:\n");
        for (int number = 0; number < MODELS; number++) {
            text.append("  - { name: m")
                    .append(number)
                    .append(", group: ")
                    .append(number % 2 == 0 ? "default" : "second")
                    .append(", context: ")
                    .append(2048 << random.nextInt(3))
                    .append(", demand: { peakRequestsPerMinute: ")
                    .append(1 + random.nextInt(5))
                    .append(" } }\n");
        }
        return text + "gpuPools: [{ name: gpu, size: Standard_NV36ads_A10_v5 }]\n"
                + "inference: { groups: { default: {}, second: {} } }\n";
    }

    private static <T> T ok(Result<T> result) {
        if (result instanceof Result.Ok<T> ok) {
            return ok.value();
        }
        throw new IllegalStateException(result.problems().toString());
    }
}
