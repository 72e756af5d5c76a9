package dev.berth.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.catalog.Catalog;
import dev.berth.catalog.GpuSize;
import dev.berth.catalog.GpuSize.Gpu;
import dev.berth.catalog.LlmModel;
import dev.berth.load.CatalogLoader;
import dev.berth.load.EnvironmentLoader;
import dev.berth.model.Environment;
import dev.berth.model.Gib;
import dev.berth.schema.JsonSchema;
import dev.berth.source.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Plans made from the text of a value file, for tests. */
public final class Plans {

    private static final Path NOWHERE = Path.of("target/no-project");

    private static final Catalog CATALOG = ((Result.Ok<CatalogLoader.Loaded>) CatalogLoader.load(NOWHERE))
            .value()
            .catalog();

    private static final JsonSchema SCHEMA = EnvironmentLoader.schema();

    /** The built-in catalogue with models that nobody has: so many that groups of more than ten come about. */
    private static final Catalog LARGE = large();

    private Plans() {}

    private static Catalog large() {
        SplittableRandom random = new SplittableRandom(20261125);
        SortedMap<String, LlmModel> models = new TreeMap<>(CATALOG.models());
        LlmModel pattern = Objects.requireNonNull(models.get("llama3.1:8b"));
        for (int number = 0; number < 40; number++) {
            String name = "m" + number;
            int kvHeads = 1 << random.nextInt(4);
            models.put(
                    name,
                    new LlmModel(
                            name,
                            List.of(),
                            "0123456789ab",
                            random.nextInt(6) == 0 ? "qwen3next" : "llama",
                            random.nextBoolean() ? Optional.of(1 + random.nextInt(12) + "B") : Optional.empty(),
                            Optional.empty(),
                            "Q4_0",
                            new Gib(0.3 + 7 * random.nextDouble() * random.nextDouble()),
                            16 + random.nextInt(24),
                            32,
                            kvHeads,
                            random.nextInt(3) == 0 ? 256 : 128,
                            4096,
                            8192 << random.nextInt(3),
                            random.nextInt(12) == 0,
                            Optional.empty(),
                            pattern.citation()));
        }
        return with(models, CATALOG.gpuSizes());
    }

    private static Catalog with(SortedMap<String, LlmModel> models, SortedMap<String, GpuSize> gpuSizes) {
        return new Catalog(
                models,
                gpuSizes,
                CATALOG.vmSizes(),
                CATALOG.workloads(),
                CATALOG.prices(),
                CATALOG.speeds(),
                CATALOG.profiles(),
                CATALOG.ollama(),
                CATALOG.openWebUi(),
                CATALOG.platform(),
                CATALOG.upstream(),
                CATALOG.azure());
    }

    /** With forty models more than the built-in catalogue. */
    static Catalog largeCatalog() {
        return LARGE;
    }

    /** The large catalogue; every GPU has so many times its memory, and is as fast as it is. */
    static Catalog withGpuMemory(double factor) {
        SortedMap<String, GpuSize> sizes = new TreeMap<>();
        CATALOG.gpuSizes().forEach((name, size) -> sizes.put(name, withMemory(size, factor)));
        return with(LARGE.models(), sizes);
    }

    private static GpuSize withMemory(GpuSize size, double factor) {
        Gpu gpu = size.gpu();
        return new GpuSize(
                size.name(),
                size.family(),
                size.vcpu(),
                size.memory(),
                size.gpus(),
                new Gpu(
                        gpu.name(),
                        gpu.nominalGb() * factor,
                        gpu.usable().map(memory -> memory.times(factor)),
                        gpu.dcgm().map(memory -> memory.times(factor)),
                        gpu.citation()),
                size.network(),
                size.allocatableCpu(),
                size.allocatableMemory(),
                size.citation());
    }

    /** The schema of value files, read once. */
    public static JsonSchema schema() {
        return SCHEMA;
    }

    /** The built-in catalogue. */
    public static Catalog catalog() {
        return CATALOG;
    }

    /** The example value file with the architecture document's numbers. */
    public static String example() {
        return Objects.requireNonNull(EnvironmentLoader.examples().get("prod"));
    }

    public static Result<Plan> result(String text) {
        return result(CATALOG, text);
    }

    static Result<Plan> result(Catalog catalog, String text) {
        return environment(catalog, text).then(new Planner(catalog)::plan);
    }

    public static Result<Environment> environment(Catalog catalog, String text) {
        return EnvironmentLoader.check(NOWHERE, catalog, SCHEMA, "test", text);
    }

    /** With models that the registry, or its reader, has changed. */
    public static Plan of(String text, UnaryOperator<LlmModel> change) {
        SortedMap<String, LlmModel> models = new TreeMap<>(CATALOG.models());
        models.replaceAll((name, model) -> change.apply(model));
        Result<Plan> result = result(with(models, CATALOG.gpuSizes()), text);
        assertThat(result.problems()).isEmpty();
        return ((Result.Ok<Plan>) result).value();
    }

    public static Plan of(String text) {
        Result<Plan> result = result(text);
        if (result instanceof Result.Ok<Plan> ok) {
            return ok.value();
        }
        throw new AssertionError(result.problems());
    }

    /** The plan of an environment of the given name. */
    public static Plan named(String name, String text) {
        Result<Plan> result =
                EnvironmentLoader.check(NOWHERE, CATALOG, SCHEMA, name, text).then(new Planner(CATALOG)::plan);
        if (result instanceof Result.Ok<Plan> ok) {
            return ok.value();
        }
        throw new AssertionError(result.problems());
    }

    /** A value file in westeurope that serves the models. */
    public static String serving(String... models) {
        StringBuilder text = new StringBuilder("apiVersion: berth.dev/v1\nazure: { regions: [westeurope] }\nmodels:\n");
        for (String model : models) {
            text.append("  - { ").append(model).append(" }\n");
        }
        return text.toString();
    }
}
