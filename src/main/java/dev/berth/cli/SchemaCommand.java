package dev.berth.cli;

import dev.berth.load.EnvironmentLoader;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code berth schema}. */
@Command(name = "schema", description = "Prints the JSON Schema of value files; editors complete and explain by it.")
final class SchemaCommand implements Callable<Integer> {

    private final Console console;

    SchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().print(EnvironmentLoader.schemaText());
        return ExitCode.FINE;
    }
}
