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
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

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
                        Code.LINK_IN_THE_WAY,
                        "`" + root.relativize(path) + "` is a link, a directory was expected",
                        "remove the link: Berth writes only below the project");
            }
            if (Files.exists(path) && !Files.isDirectory(path)) {
                return refuse(
                        Code.DIRECTORY_NOT_OURS,
                        "`" + root.relativize(path) + "` is a file, a directory was expected",
                        "move the file away");
            }
        }
        if (Files.exists(path) && !isMarked() && !isEmpty(path)) {
            return refuse(
                    Code.DIRECTORY_NOT_OURS,
                    "`" + directory + "` holds files that Berth did not write: it has no " + OutputDirectories.MARKER,
                    "move its files away, or rename the environment");
        }
        if (Files.exists(path) && !Files.isWritable(path)) {
            return refuse(Code.CANNOT_WRITE, "`" + directory + "` is read-only", "give it write permission");
        }
        return Optional.empty();
    }

    private Optional<Problem> refuse(Code code, String message, String hint) {
        return Optional.of(
                new Problem(code, SourceFile.unread(directory.value()).start(), message, hint));
    }

    boolean isMarked() {
        return Files.isRegularFile(
                root.resolve(directory.resolve(OutputDirectories.MARKER).value()), LinkOption.NOFOLLOW_LINKS);
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
        return path.toString().replace('\\', '/');
    }
}
