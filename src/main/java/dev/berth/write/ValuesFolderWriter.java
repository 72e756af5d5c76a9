package dev.berth.write;

import dev.berth.files.FileSet;
import dev.berth.files.OutputDirectories;
import dev.berth.files.RelPath;
import dev.berth.source.Code;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The only writer of files that belong to people: it creates new ones and removes the examples, never more. */
public final class ValuesFolderWriter {

    /** Every example value file has a line that begins like this. */
    private static final String EXAMPLE = "# Example environment of Berth";

    private final Path root;

    /** @param root the project */
    public ValuesFolderWriter(Path root) {
        this.root = root;
    }

    /** Writes a file that must not exist yet. */
    public Result<RelPath> create(RelPath path, String text) {
        Path file = root.resolve(path.value());
        try {
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return Result.ok(path);
        } catch (FileAlreadyExistsException exists) {
            return Result.failed(
                    Code.INIT_WOULD_OVERWRITE,
                    SourceFile.unread(path.value()).start(),
                    "the file exists already",
                    "choose another name, or edit the file");
        } catch (IOException error) {
            return Result.failed(
                    Code.CANNOT_WRITE,
                    SourceFile.unread(path.value()).start(),
                    "the disk refuses: " + error.getMessage(),
                    "free the disk or the permission");
        }
    }

    /** Names of the example environments that are still there. */
    public List<String> examples() {
        Path values = root.resolve("values");
        if (!Files.isDirectory(values)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(values)) {
            return files.filter(file -> file.toString().endsWith(".yaml") && isExample(file))
                    .map(file -> String.valueOf(file.getFileName()).replace(".yaml", ""))
                    .sorted()
                    .toList();
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }

    private static boolean isExample(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.anyMatch(line -> line.startsWith(EXAMPLE));
        } catch (IOException | UncheckedIOException noText) {
            return false;
        }
    }

    /** Removes example environments: their value files and what was rendered from them. */
    public Result<List<String>> remove(List<String> examples) {
        OutputTree tree = new OutputTree(root);
        List<RelPath> directories =
                examples.stream().map(OutputDirectories::charts).toList();
        return tree.changes(FileSet.EMPTY, directories).then(tree::apply).map(done -> {
            examples.forEach(example -> delete(root.resolve("values").resolve(example + ".yaml")));
            return examples;
        });
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
