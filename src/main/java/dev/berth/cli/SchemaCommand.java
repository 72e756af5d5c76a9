package dev.berth.cli;

import dev.berth.schema.Resource;
import java.util.Arrays;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

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

        static Subject of(String word) {
            return Arrays.stream(values())
                    .filter(subject -> subject.key.equals(word))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException(
                            "expected one of " + Arrays.toString(values()) + " but was '" + word + "'"));
        }

        /** The word on the command line. */
        @Override
        public String toString() {
            return key;
        }
    }

    /** Reads the words of a {@link Subject}, which are not Java's names. */
    static final class SubjectReader implements ITypeConverter<Subject> {

        @Override
        public Subject convert(String word) {
            return Subject.of(word);
        }
    }

    private final Console console;

    @Option(
            names = "--of",
            converter = SubjectReader.class,
            paramLabel = "FILE",
            description = "${COMPLETION-CANDIDATES}. Default: values.")
    private Subject subject = Subject.VALUES;

    SchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().print(subject.text());
        return ExitCode.FINE;
    }
}
