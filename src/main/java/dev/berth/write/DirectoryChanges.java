package dev.berth.write;

import dev.berth.files.OutputDirectories;
import dev.berth.files.RelPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What has to change in one owned directory.
 *
 * @param changes sorted by path
 */
public record DirectoryChanges(RelPath directory, List<Change> changes) {

    /** All changes, for people: what becomes of files that are there comes first, the new ones are often many. */
    public static List<Change> oldFirst(List<DirectoryChanges> directories) {
        return directories.stream()
                .flatMap(directory -> directory.changes().stream())
                .sorted(Comparator.comparing(Change.Create.class::isInstance))
                .toList();
    }

    /** Makes the changes. The marker comes first and goes last, so that an interrupted run still owns the directory. */
    void apply(Path root) throws IOException {
        Path owned = root.resolve(directory.value());
        RelPath marker = directory.resolve(OutputDirectories.MARKER);
        Comparator<Change> markerFirst =
                Comparator.comparing(change -> !change.path().equals(marker));
        Set<Path> made = new HashSet<>();
        for (Change change : changes.stream().sorted(markerFirst).toList()) {
            Optional<String> text = change.after();
            Path file = root.resolve(change.path().value());
            Path directory = Objects.requireNonNull(file.getParent());
            if (text.isPresent() && made.add(directory)) {
                AtomicFile.makeDirectories(owned, directory);
            }
            if (text.isPresent()) {
                AtomicFile.write(file, text.get());
            }
        }
        for (Change change : changes.stream().sorted(markerFirst.reversed()).toList()) {
            if (change instanceof Change.Remove) {
                remove(root.resolve(change.path().value()));
            }
        }
        if (changes.stream().anyMatch(Change.Remove.class::isInstance)) {
            removeEmptyDirectories(owned);
        }
    }

    /** A directory in this place, or a file in the place of its parent, was written since: nothing is left to remove. */
    private static void remove(Path path) throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            Files.delete(path);
        }
    }

    private static void removeEmptyDirectories(Path owned) throws IOException {
        try (Stream<Path> entries = Files.walk(owned)) {
            List<Path> deepestFirst = entries.filter(entry -> Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            for (Path directory : deepestFirst) {
                try (Stream<Path> inside = Files.list(directory)) {
                    if (inside.findAny().isEmpty()) {
                        Files.delete(directory);
                    }
                }
            }
        }
    }
}
