package dev.berth.cli;

import picocli.CommandLine.Command;

/** {@code berth init}. */
@Command(name = "init", description = "Writes the value file of a new environment.")
final class InitCommand extends ProjectCommand {

    InitCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        return ExitCode.FINE;
    }
}
