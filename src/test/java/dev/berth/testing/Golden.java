package dev.berth.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Expected texts in files. With {@code -Dgolden=update} a difference is written into the file and the test still
 * fails, so that no run can bless itself: the next one, without the property, has to pass.
 */
public final class Golden {

    private Golden() {}

    private static boolean isUpdate() {
        return "update".equals(System.getProperty("golden"));
    }

    /** Compares a text with the file that holds what is expected. */
    public static void check(Path expected, String actual) throws IOException {
        String before = Files.exists(expected) ? Files.readString(expected) : "";
        if (isUpdate() && !before.equals(actual)) {
            write(expected, actual);
            fail("updated " + expected + ": look at the change and run again");
        }
        assertThat(actual).as("%s", expected).isEqualTo(before);
    }

    /** Compares a tree of files with the folder that holds what is expected. */
    public static void checkTree(Path expected, SortedMap<String, String> actual) throws IOException {
        SortedMap<String, String> before = tree(expected);
        if (isUpdate() && !before.equals(actual)) {
            removeTree(expected);
            for (var file : actual.entrySet()) {
                write(expected.resolve(file.getKey()), file.getValue());
            }
            fail("updated " + expected + ": look at the change and run again");
        }
        assertThat(actual.keySet()).as("files of %s", expected).isEqualTo(before.keySet());
        actual.forEach(
                (path, text) -> assertThat(text).as("%s/%s", expected, path).isEqualTo(before.get(path)));
    }

    /** Every file below a folder by its path; empty when there is no such folder. */
    public static SortedMap<String, String> tree(Path folder) throws IOException {
        SortedMap<String, String> files = new TreeMap<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.filter(Files::isRegularFile).toList()) {
                    files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readString(path));
                }
            }
        }
        return files;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text);
    }

    private static void removeTree(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
