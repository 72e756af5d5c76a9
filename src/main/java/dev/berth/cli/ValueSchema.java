package dev.berth.cli;

import dev.berth.load.EnvironmentLoader;
import dev.berth.schema.JsonSchema;
import java.util.concurrent.CompletableFuture;

/** The schema of value files. Reading it takes longest of all, so it goes on beside the first other work. */
final class ValueSchema {

    private static final CompletableFuture<JsonSchema> READING =
            CompletableFuture.supplyAsync(EnvironmentLoader::schema);

    private ValueSchema() {}

    /** Begins to read: the first use of this class does. */
    static void begin() {}

    static JsonSchema get() {
        return READING.join();
    }
}
