package dev.berth.program;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/** A folder for programs that want files on the disk; gone when closed. */
public final class TemporaryFolder implements AutoCloseable {

    private final Path path;

    public TemporaryFolder(String prefix) {
        try {
            path = Files.createTempDirectory(prefix).toRealPath();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    /** Without links on the way, as programs that run in it name it. */
    public Path path() {
        return path;
    }

    /** @param name path below the folder */
    public void write(String name, String text) {
        try {
            Path file = path.resolve(name);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> entries = Files.walk(path)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
