package dev.berth.write;

import dev.berth.files.RelPath;

/** A difference between the rendered files and the disk. */
public sealed interface Change extends Comparable<Change> {

    RelPath path();

    /** The file is missing. */
    record Create(RelPath path, String after) implements Change {}

    /** The file says something else. */
    record Update(RelPath path, String before, String after) implements Change {}

    /** Something stands there that was not rendered. */
    record Remove(RelPath path) implements Change {}

    @Override
    default int compareTo(Change other) {
        return path().compareTo(other.path());
    }
}
