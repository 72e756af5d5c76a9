package dev.berth.write;

import dev.berth.files.FileSet;
import dev.berth.files.OutputDirectories;
import dev.berth.files.RelPath;
import dev.berth.source.Code;
import dev.berth.source.Problem;
import dev.berth.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** A directory that belongs to the generator, as it is on the disk. Links in it are never followed. */
final class OwnedDirectory {

    private final Path root;
    private final RelPath directory;

    /** @param root the project's real path */
    OwnedDirectory(Path root, RelPath directory) {
        this.root = root;
        this.directory = directory;
    }

    /** Why nothing may be written here. */
    Optional<Problem> refusal() throws IOException {
        Path path = root;
        for (Path part : Path.of(directory.value())) {
            path = path.resolve(part);
            if (Files.isSymbolicLink(path)) {
                return refuse(
                        path,
                        Code.LINK_IN_THE_WAY,
                        "`" + root.relativize(path) + "` is a link, a directory was expected",
                        "remove the link: Berth writes only below the project");
            }
            if (Files.exists(path) && !Files.isDirectory(path)) {
                return refuse(
                        path,
                        Code.DIRECTORY_NOT_OURS,
                        "`" + root.relativize(path) + "` is a file, a directory was expected",
                        "move the file away");
            }
        }
        if (Files.exists(path) && !isMarked() && !isEmpty(path)) {
            return refuse(
                    path,
                    Code.DIRECTORY_NOT_OURS,
                    "`" + directory + "` has no " + OutputDirectories.MARKER
                            + " of Berth: its files may be somebody's own",
                    "restore the directory from Git, or remove it if nothing in it is yours");
        }
        return Optional.empty();
    }

    /** Why these changes cannot be made: a directory that they touch is read-only. */
    Optional<Problem> refusalOf(List<Change> changes) {
        return changes.stream()
                .map(change -> existing(root.resolve(change.path().value()).getParent()))
                .distinct()
                .filter(touched -> !Files.isWritable(touched))
                .findFirst()
                .flatMap(touched -> refuse(
                        touched,
                        Code.CANNOT_WRITE,
                        (touched.equals(root) ? "the project folder" : "`" + slashed(root.relativize(touched)) + "`")
                                + " is read-only",
                        "give it write permission"));
    }

    /** The nearest directory above that is there. */
    private static Path existing(@Nullable Path path) {
        Path existing = path;
        while (existing != null && !Files.isDirectory(existing, LinkOption.NOFOLLOW_LINKS)) {
            existing = existing.getParent();
        }
        return Objects.requireNonNull(existing);
    }

    /** @param at what is in the way; several directories may share it, and it is reported once */
    private Optional<Problem> refuse(Path at, Code code, String message, String hint) {
        String path = at.equals(root) ? "." : slashed(root.relativize(at));
        return Optional.of(new Problem(code, SourceFile.unread(path).start(), message, hint));
    }

    /** Whether the directory has a marker that Berth wrote. */
    boolean isMarked() {
        Path marker = root.resolve(directory.resolve(OutputDirectories.MARKER).value());
        if (!Files.isRegularFile(marker, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try {
            return Files.readString(marker).lines().anyMatch(OutputDirectories.MARKER_LINE::equals);
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Empty but for what an interrupted run left before it could write the marker. */
    private static boolean isEmpty(Path path) throws IOException {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.allMatch(AtomicFile::isTemporary);
        }
    }

    /** What has to change so that the directory holds exactly the desired files. */
    List<Change> changesTo(FileSet desired) throws IOException {
        List<Change> changes = new ArrayList<>();
        TreeSet<RelPath> present = present();
        for (RelPath path : present) {
            if (!desired.files().containsKey(path)) {
                changes.add(new Change.Remove(path));
            }
        }
        for (var file : desired.files().entrySet()) {
            RelPath path = file.getKey();
            byte[] after = file.getValue().getBytes(StandardCharsets.UTF_8);
            Path onDisk = root.resolve(path.value());
            if (!present.contains(path) || Files.isSymbolicLink(onDisk)) {
                changes.add(new Change.Create(path, file.getValue()));
            } else if (!holds(onDisk, after)) {
                String before = new String(Files.readAllBytes(onDisk), StandardCharsets.UTF_8);
                changes.add(new Change.Update(path, before, file.getValue()));
            }
        }
        return changes.stream().sorted().toList();
    }

    private static boolean holds(Path file, byte[] content) throws IOException {
        return Files.size(file) == content.length && Arrays.equals(Files.readAllBytes(file), content);
    }

    /** Every file and link below the directory. */
    private TreeSet<RelPath> present() throws IOException {
        TreeSet<RelPath> present = new TreeSet<>();
        Path path = root.resolve(directory.value());
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> entries = Files.walk(path)) {
                entries.filter(entry -> !Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS))
                        .forEach(entry -> present.add(new RelPath(slashed(root.relativize(entry)))));
            }
        }
        return present;
    }

    private static String slashed(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }
}
