package dev.berth.cli;

import dev.berth.source.Problem;
import dev.berth.source.Result;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the commands that work on a project share: where it is, and how they speak. */
abstract class ProjectCommand implements Callable<Integer> {

    @Option(
            names = "--root",
            paramLabel = "DIR",
            description = "The project: the folder that holds `values`. Default: where the launcher is.")
    private @Nullable Path root;

    @Spec
    private @Nullable CommandSpec spec;

    private final Console console;

    ProjectCommand(Console console) {
        this.console = console;
    }

    final Path root() {
        return root != null ? root : Path.of(System.getProperty("berth.home", ""));
    }

    /** How a person would type another command on this project. */
    final String commandLine(String command) {
        String launcher = System.getProperty("os.name", "").startsWith("Windows") ? "berth " : "./berth ";
        return launcher + command + (root == null ? "" : " --root " + root);
    }

    final Console console() {
        return console;
    }

    /** Goes on with the value; problems are printed, errors end the command. */
    final <T> int with(Result<T> result, Function<T, Integer> next) {
        report(result.problems());
        return result instanceof Result.Ok<T> ok ? next.apply(ok.value()) : ExitCode.PROBLEMS;
    }

    /** A command line that cannot be carried out. */
    final ParameterException usage(String message) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }

    final void report(List<Problem> problems) {
        console.err().print(new ProblemPrinter(console.style()).print(problems));
    }
}
