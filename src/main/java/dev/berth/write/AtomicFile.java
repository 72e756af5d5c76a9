package dev.berth.write;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.stream.Stream;

/** Files that are old or new, never half: written beside their place and moved over it. */
final class AtomicFile {

    private static final String PREFIX = ".berth-";
    private static final String SUFFIX = ".tmp";
    private static final long PROCESS = ProcessHandle.current().pid();

    private AtomicFile() {}

    /** Whether an interrupted run left this file. */
    static boolean isTemporary(Path path) {
        String name = String.valueOf(path.getFileName());
        return name.startsWith(PREFIX) && name.endsWith(SUFFIX);
    }

    /** Writes a file into a directory that exists; a directory in its place is removed. */
    static void write(Path file, String text) throws IOException {
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            removeTree(file);
        }
        Path temporary = file.resolveSibling(PREFIX + PROCESS + "-" + file.getFileName() + SUFFIX);
        try {
            Files.writeString(temporary, text);
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failed) {
            Files.deleteIfExists(temporary);
            throw failed;
        }
    }

    /** Makes each directory from the owned one down; a file or link in the place of one is removed. */
    static void makeDirectories(Path owned, Path directory) throws IOException {
        Files.createDirectories(owned);
        Path path = owned;
        for (Path part : owned.relativize(directory)) {
            path = path.resolve(part);
            if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                Files.deleteIfExists(path);
                Files.createDirectory(path);
            }
        }
    }

    /** Removes a directory and all below it; links are removed, not followed. */
    private static void removeTree(Path directory) throws IOException {
        try (Stream<Path> entries = Files.walk(directory)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(entry);
            }
        }
    }
}
