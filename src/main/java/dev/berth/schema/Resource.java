package dev.berth.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Files that are part of the program. */
public final class Resource {

    private Resource() {}

    /** The text of a file that must be there; a missing one is a broken build. */
    public static String text(String path) {
        return find(path).orElseThrow(() -> new IllegalStateException("missing resource " + path));
    }

    /** @param path from the root of the jar */
    public static Optional<String> find(String path) {
        try (InputStream stream = Resource.class.getResourceAsStream("/" + path)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
