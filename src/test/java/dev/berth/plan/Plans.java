package dev.berth.plan;

import dev.berth.catalog.Catalog;
import dev.berth.load.CatalogLoader;
import dev.berth.load.EnvironmentLoader;
import dev.berth.schema.JsonSchema;
import dev.berth.source.Result;
import java.nio.file.Path;
import java.util.Objects;

/** Plans made from the text of a value file, for tests. */
public final class Plans {

    private static final Path NOWHERE = Path.of("target/no-project");

    private static final Catalog CATALOG = ((Result.Ok<CatalogLoader.Loaded>) CatalogLoader.load(NOWHERE))
            .value()
            .catalog();

    private static final JsonSchema SCHEMA = EnvironmentLoader.schema();

    private Plans() {}

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
        return EnvironmentLoader.check(NOWHERE, CATALOG, SCHEMA, "test", text).then(new Planner(CATALOG)::plan);
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
