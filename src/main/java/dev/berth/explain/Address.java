package dev.berth.explain;

import dev.berth.yaml.YamlPath;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person can ask about. */
public sealed interface Address {

    Pattern PLACE = Pattern.compile("(?<where>[^:]+):(?<path>.+)");
    Pattern KIND_AND_NAME = Pattern.compile("[A-Z][A-Za-z]+/[a-z0-9.-]+");

    /** The forms, for messages. */
    String FORMS = "plan:<decision id>, <Kind>/<name>:<field>, <file>:<field>";

    /** {@code plan:group.default.replicas.min}. */
    record OfDecision(String id) implements Address {}

    /** {@code StatefulSet/ollama:spec.serviceName}. */
    record OfObject(String kindAndName, YamlPath field) implements Address {}

    /** {@code charts-out/prod/ollama/values.yaml:image.tag}. */
    record OfFile(String file, YamlPath field) implements Address {}

    /** Reads an address; empty when it has none of the forms. */
    static Optional<Address> parse(String text) {
        if (text.startsWith("plan:")) {
            return Optional.of(new OfDecision(text.substring("plan:".length())));
        }
        Matcher place = PLACE.matcher(text);
        if (!place.matches()) {
            return Optional.empty();
        }
        String where = place.group("where");
        return YamlPath.parse(place.group("path"))
                .map(field ->
                        KIND_AND_NAME.matcher(where).matches() ? new OfObject(where, field) : new OfFile(where, field));
    }
}
