package dev.berth.render;

import dev.berth.render.output.Templates;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A value file to begin with, what is left out shown as comments.
 *
 * @param schemaReference where editors find the schema, relative to the file
 */
public record NewValueFile(
        String environment,
        List<String> regions,
        List<String> models,
        Optional<String> gitUrl,
        String schemaReference) {

    /** The text of the file. */
    public String text() {
        return Templates.render("values/environment.yaml", Map.of("file", this)).text();
    }
}
