package dev.berth.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The built program, run as processes of its own. */
final class Built {

    static final Path REPOSITORY = Path.of("").toAbsolutePath();
    static final Path JAR = REPOSITORY.resolve("target/berth.jar");

    private Built() {}

    record Answer(int exit, String text) {}

    /** Java with the jar, on a project. */
    static List<String> command(Path project, String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-Dberth.home=" + project, "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    static Answer run(Path project, String... arguments) throws IOException, InterruptedException {
        return run(command(project, arguments), project, Map.of());
    }

    static Answer run(List<String> command, Path directory, Map<String, String> environment)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), text);
    }

    static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                    Files.copy(path, copy);
                }
            }
        }
    }
}
