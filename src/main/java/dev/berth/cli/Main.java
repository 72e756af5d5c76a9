package dev.berth.cli;

import dev.berth.cli.report.Style;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;

/** Entry point: wires the streams, runs a command, tells the caller how it went. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        ValueSchema.begin();
        StandardOutput output = new StandardOutput();
        PrintStream out = new PrintStream(output, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), false, StandardCharsets.UTF_8);
        Style style = System.console() != null && System.getenv("NO_COLOR") == null ? Style.COLOURED : Style.PLAIN;
        int exit = run(new Console(out, err, style), args);
        out.flush();
        if (output.failure().isPresent()) {
            err.println("error: standard output cannot be written: "
                    + output.failure().get());
        }
        err.flush();
        System.exit(output.failure().isPresent() ? ExitCode.PROBLEMS : exit);
    }

    /** Runs one command line and returns its exit code. */
    static int run(Console console, String... args) {
        CommandLine commandLine = new CommandLine(new BerthCommand(), new CommandFactory(console));
        commandLine.setOut(new java.io.PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        commandLine.setErr(new java.io.PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        commandLine.setExecutionExceptionHandler((defect, command, parsed) -> {
            DefectReport.print(defect, console);
            return ExitCode.OUR_FAULT;
        });
        if (args.length == 0) {
            commandLine.usage(console.out());
            return ExitCode.USAGE;
        }
        try {
            return commandLine.execute(args);
        } catch (Error defect) {
            DefectReport.print(defect, console);
            return ExitCode.OUR_FAULT;
        }
    }

    /** Gives each command the console. */
    private record CommandFactory(Console console) implements IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            try {
                return type.getDeclaredConstructor(Console.class).newInstance(console);
            } catch (NoSuchMethodException noCommand) {
                return CommandLine.defaultFactory().create(type);
            } catch (InvocationTargetException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }
}
