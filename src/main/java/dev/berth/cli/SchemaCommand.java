package dev.berth.cli;

import dev.berth.schema.Resource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code berth schema}. */
@Command(
        name = "schema",
        description =
                "Prints the JSON Schema of a file that people write, or of the plan for programs; editors complete"
                        + " and explain by it.")
final class SchemaCommand implements Callable<Integer> {

    /** What there is a schema of. */
    enum Subject {
        VALUES("values"),
        PLAN("plan"),
        CATALOG_MODELS("catalog-models"),
        CATALOG_GPU_SIZES("catalog-gpu-sizes"),
        CATALOG_PRICES("catalog-prices"),
        CATALOG_SPEEDS("catalog-speeds");

        private final String key;

        Subject(String key) {
            this.key = key;
        }

        String text() {
            return Resource.at("schema/" + key + ".schema.json").text();
        }

        /** The word on the command line. */
        @Override
        public String toString() {
            return key;
        }
    }

    private final Console console;

    @Option(names = "--of", paramLabel = "FILE", description = "${COMPLETION-CANDIDATES}. Default: values.")
    private Subject of = Subject.VALUES;

    SchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().print(of.text());
        return ExitCode.FINE;
    }
}
