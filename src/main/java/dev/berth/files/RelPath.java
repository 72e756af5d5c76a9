package dev.berth.files;

import java.util.List;
import java.util.Optional;

/**
 * A path inside the project: forward slashes, no empty, {@code .} or {@code ..} part, so that it cannot leave the
 * directory it is resolved against.
 */
public record RelPath(String value) implements Comparable<RelPath> {

    public RelPath {
        if (!stays(value)) {
            throw new IllegalArgumentException("not a relative path: " + value);
        }
    }

    /** The path that a text names; empty when it is none. */
    public static Optional<RelPath> parse(String text) {
        return stays(text) ? Optional.of(new RelPath(text)) : Optional.empty();
    }

    private static boolean stays(String text) {
        List<String> parts = List.of(text.split("/", -1));
        return !parts.contains("") && !parts.contains(".") && !parts.contains("..");
    }

    public RelPath resolve(String more) {
        return new RelPath(value + "/" + more);
    }

    /** The directory that it lies in; the path itself at the top. */
    public RelPath parent() {
        int slash = value.lastIndexOf('/');
        return slash < 0 ? this : new RelPath(value.substring(0, slash));
    }

    /** The last part. */
    public String name() {
        return value.substring(value.lastIndexOf('/') + 1);
    }

    /** Whether this path is the directory or lies below it. */
    public boolean isIn(RelPath directory) {
        return value.equals(directory.value) || value.startsWith(directory.value + "/");
    }

    @Override
    public int compareTo(RelPath other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
