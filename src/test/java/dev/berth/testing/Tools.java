package dev.berth.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Programs that tests use where they are installed. CI installs all of them and counts the skipped tests. */
public final class Tools {

    private Tools() {}

    /** The program on the PATH, or a skipped test that names it. */
    public static Path require(String name) {
        Optional<Path> found = find(name);
        Assumptions.assumeTrue(found.isPresent(), () -> name + " is not on the PATH: this test is skipped");
        return found.orElseThrow();
    }

    public static Optional<Path> find(String name) {
        return Arrays.stream(String.valueOf(System.getenv("PATH")).split(File.pathSeparator))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
