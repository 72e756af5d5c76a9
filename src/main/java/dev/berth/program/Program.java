package dev.berth.program;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** A program that is installed on this machine. */
public record Program(Path path) {

    /** What a shell answers for a program that cannot be run. */
    private static final int CANNOT_RUN = 126;

    /** What a run left behind. */
    public record Answer(int exit, String output, String errors) {}

    /**
     * Finds a program as a shell does.
     *
     * @param searchPath directories to look in, as in the environment variable PATH
     */
    public static Optional<Program> find(String searchPath, String name) {
        return Arrays.stream(searchPath.split(File.pathSeparator))
                .filter(directory -> !directory.isBlank())
                .flatMap(directory -> Stream.of(name, name + ".exe").map(file -> Path.of(directory, file)))
                .filter(candidate -> Files.isRegularFile(candidate) && Files.isExecutable(candidate))
                .findFirst()
                .map(Program::new);
    }

    /**
     * Runs the program to its end; one that cannot be run has an answer that says why. One that reads only part of its input is not disturbed: what it says tells why.
     *
     * @param environment what it sees besides the variables of this process
     */
    public Answer run(List<String> arguments, Path folder, Map<String, String> environment, String input) {
        try {
            Process process = start(arguments, folder, environment);
            // All three at once: whoever waits at a full pipe would wait for ever.
            CompletableFuture<Void> fed = CompletableFuture.runAsync(() -> feed(process, input), Program::inThread);
            CompletableFuture<String> errors =
                    CompletableFuture.supplyAsync(() -> text(process.getErrorStream()), Program::inThread);
            String output = text(process.getInputStream());
            fed.join();
            return new Answer(process.waitFor(), output, errors.join());
        } catch (IOException error) {
            return new Answer(CANNOT_RUN, "", String.valueOf(error.getMessage()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + path + " ran", interrupted);
        }
    }

    private Process start(List<String> arguments, Path folder, Map<String, String> environment) throws IOException {
        List<String> command =
                Stream.concat(Stream.of(path.toString()), arguments.stream()).toList();
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static void inThread(Runnable task) {
        new Thread(task).start();
    }

    private static void feed(Process process, String input) {
        try (OutputStream stream = process.getOutputStream()) {
            stream.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException endedEarly) {
            // the program's own output says why it stopped reading
        }
    }

    private static String text(InputStream stream) {
        try (stream) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
