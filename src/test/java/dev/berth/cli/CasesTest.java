package dev.berth.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import dev.berth.testing.Golden;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/**
 * Each folder below {@code cases} is a project and what the command lines of {@code commands.txt} make of it:
 * {@code output.txt} is what they say, {@code expected/} what they leave of the files. Without
 * {@code commands.txt} the command is {@code berth render}.
 */
@ResourceLock(value = Resources.SYSTEM_PROPERTIES, mode = ResourceAccessMode.READ)
class CasesTest {

    static final Path CASES = Path.of("src/test/resources/cases");

    @TempDir
    Path temporary;

    static List<Path> all() throws IOException {
        try (Stream<Path> folders = Files.walk(CASES)) {
            return folders.filter(folder -> Files.exists(folder.resolve("output.txt"))
                            || Files.exists(folder.resolve("values"))
                            || Files.exists(folder.resolve("commands.txt")))
                    .filter(folder -> !folder.endsWith("expected"))
                    .sorted()
                    .toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> cases() throws IOException {
        return all().stream()
                .map(folder -> DynamicTest.dynamicTest(CASES.relativize(folder).toString(), () -> check(folder)));
    }

    private void check(Path folder) throws IOException {
        Path project = temporary.resolve(CASES.relativize(folder).toString().replace('/', '-'));
        copyInput(folder, project);
        StringBuilder said = new StringBuilder();
        for (String command : commands(folder)) {
            SortedMap<String, String> before = bytes(project);
            Berth.Answer answer = Berth.run(project, command.split(" "));
            int exit = answer.exit();
            assertThat(exit).as(answer.text()).isNotEqualTo(ExitCode.OUR_FAULT);
            if (exit != ExitCode.FINE) {
                assertThat(bytes(project))
                        .as("a refused command changes nothing")
                        .isEqualTo(before);
            }
            said.append("$ berth ").append(command).append('\n').append(answer.text());
            said.append("exit ").append(exit).append("\n\n");
        }
        assertAll(
                () -> Golden.check(folder.resolve("output.txt"), said.toString()),
                () -> checkTree(folder, project, "charts-out"),
                () -> checkTree(folder, project, "environments"),
                () -> checkTree(folder, project, "values"));
    }

    private static void checkTree(Path folder, Path project, String part) throws IOException {
        Path expected = folder.resolve("expected").resolve(part);
        if (Files.exists(expected)) {
            SortedMap<String, String> actual = Golden.tree(project.resolve(part));
            actual.replaceAll((path, text) -> Berth.withoutVersion(text));
            Golden.checkTree(expected, actual);
        }
    }

    /** Every file with its bytes, one character each. */
    private static SortedMap<String, String> bytes(Path project) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(project)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(path.toString(), Files.readString(path, StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    private static List<String> commands(Path folder) throws IOException {
        Path commands = folder.resolve("commands.txt");
        return Files.exists(commands) ? Files.readAllLines(commands) : List.of("render");
    }

    private static void copyInput(Path folder, Path project) throws IOException {
        Files.createDirectories(project);
        for (String part : List.of("values", "charts-out", "environments")) {
            try (Stream<Path> paths =
                    Files.exists(folder.resolve(part)) ? Files.walk(folder.resolve(part)) : Stream.empty()) {
                for (Path path : paths.toList()) {
                    Path copy = project.resolve(folder.relativize(path).toString());
                    Files.createDirectories(Objects.requireNonNull(copy.getParent()));
                    Files.copy(path, copy);
                }
            }
        }
    }
}
