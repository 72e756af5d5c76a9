package dev.berth.schema;

import dev.berth.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Files that are part of the program. They go by the names that they have in the repository, which people can open. */
public final class Resource {

    private static final String FOLDER = "src/main/resources/";

    private Resource() {}

    /** A file that must be there; a missing one is a broken build. */
    public static SourceFile at(String path) {
        return find(path).orElseThrow(() -> new IllegalStateException("missing resource " + path));
    }

    /** @param path from the root of the jar */
    public static Optional<SourceFile> find(String path) {
        try (InputStream stream = Resource.class.getResourceAsStream("/" + path)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(
                            new SourceFile(FOLDER + path, new String(stream.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
