package dev.berth.cli;

import picocli.CommandLine.Parameters;

/** What the commands that work on one environment share. */
abstract class EnvironmentCommand extends ProjectCommand {

    @Parameters(index = "0", paramLabel = "ENVIRONMENT", description = "Name of a value file, such as prod.")
    private String environment = "";

    EnvironmentCommand(Console console) {
        super(console);
    }

    final String environment() {
        return environment;
    }
}
