package dev.berth.write;

import dev.berth.files.FileSet;
import dev.berth.files.OutputDirectories;
import dev.berth.files.RelPath;
import dev.berth.source.Code;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;

/** The only writer of files that belong to people: it creates new ones and removes the examples, never more. */
public final class ValuesFolderWriter {

    private static final String VALUES = "values";
    private static final String ENDING = ".yaml";

    private final Path root;

    /** @param root the project */
    public ValuesFolderWriter(Path root) {
        this.root = root;
    }

    /** Why a file cannot be created: it is there already, or its folder is something else. */
    public Result<RelPath> check(RelPath path) {
        Path file = root.resolve(path.value());
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return Result.failed(
                    Code.INIT_WOULD_OVERWRITE,
                    SourceFile.unread(path.value()).start(),
                    "the file exists already",
                    "choose another name, or edit the file");
        }
        Path folder = Objects.requireNonNull(file.getParent());
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            return Result.failed(
                    Code.CANNOT_WRITE,
                    SourceFile.unread(VALUES).start(),
                    "this is a file, a folder was expected",
                    "move it away");
        }
        return Result.ok(path);
    }

    /** Writes a file that must not exist yet. */
    public Result<RelPath> create(RelPath path, String text) {
        return check(path).then(free -> {
            try {
                Path file = root.resolve(path.value());
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                return Result.ok(path);
            } catch (IOException error) {
                return Result.failed(
                        Code.CANNOT_WRITE,
                        SourceFile.unread(path.value()).start(),
                        "the disk refuses: " + DiskReason.of(error),
                        "free the disk or the permission");
            }
        });
    }

    /**
     * Which of the files are in the folder, unchanged.
     *
     * @param texts of value files, by the environment's name
     */
    public List<String> unchanged(SortedMap<String, String> texts) {
        return texts.entrySet().stream()
                .filter(file -> file.getValue().equals(text(root.resolve(VALUES).resolve(file.getKey() + ENDING))))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What the file holds, with plain line ends; nothing when it cannot be read. */
    private static String text(Path file) {
        try {
            return Files.readString(file).replace("\r\n", "\n");
        } catch (IOException noText) {
            return "";
        }
    }

    /** What has to go from the output directories when the examples go, or why it may not. */
    public Result<List<DirectoryChanges>> outputOf(List<String> examples) {
        List<RelPath> directories = examples.stream()
                .map(OutputDirectories::of)
                .flatMap(List::stream)
                .toList();
        return new OutputTree(root).changes(FileSet.EMPTY, directories);
    }

    /** Removes example environments: what was rendered from them, then their value files. */
    public Result<List<String>> remove(List<String> examples, List<DirectoryChanges> output) {
        return new OutputTree(root).apply(output).then(done -> {
            try {
                for (String example : examples) {
                    Files.delete(root.resolve(VALUES).resolve(example + ENDING));
                }
                return Result.ok(examples);
            } catch (IOException error) {
                return Result.failed(
                        Code.CANNOT_WRITE,
                        SourceFile.unread(VALUES).start(),
                        "the disk refuses: " + DiskReason.of(error),
                        "remove the files by hand: " + String.join(", ", examples));
            }
        });
    }
}
