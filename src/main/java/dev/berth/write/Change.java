package dev.berth.write;

import dev.berth.files.RelPath;
import java.util.Optional;

/** A difference between the rendered files and the disk. */
public sealed interface Change extends Comparable<Change> {

    RelPath path();

    /** What the file is to say; empty when it is to go. */
    Optional<String> after();

    /** The file is missing. */
    record Create(RelPath path, String text) implements Change {
        @Override
        public Optional<String> after() {
            return Optional.of(text);
        }
    }

    /** The file says something else. */
    record Update(RelPath path, String before, String text) implements Change {
        @Override
        public Optional<String> after() {
            return Optional.of(text);
        }
    }

    /** Something stands there that was not rendered. */
    record Remove(RelPath path) implements Change {
        @Override
        public Optional<String> after() {
            return Optional.empty();
        }
    }

    @Override
    default int compareTo(Change other) {
        return path().compareTo(other.path());
    }
}
