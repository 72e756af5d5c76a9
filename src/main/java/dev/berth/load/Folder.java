package dev.berth.load;

import dev.berth.source.Code;
import dev.berth.source.Problems;
import dev.berth.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Lists folders that people write into. */
final class Folder {

    private Folder() {}

    /** The visible entries, sorted by name; none when there is no such folder. */
    static List<Path> list(Path folder, String name, Problems problems) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(path -> !String.valueOf(path.getFileName()).startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException error) {
            problems.add(
                    Code.FILE_UNREADABLE,
                    SourceFile.unread(name).start(),
                    Files.isDirectory(folder)
                            ? "the folder may not be read by this user"
                            : "this is a file, a folder was expected",
                    "give it read permission, or move it away");
            return List.of();
        }
    }
}
