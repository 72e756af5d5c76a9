package dev.berth.schema;

import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Mapping;
import dev.berth.yaml.YamlNode.Scalar;
import dev.berth.yaml.YamlNode.Sequence;
import dev.berth.yaml.YamlPath;
import dev.berth.yaml.YamlPath.Key;
import dev.berth.yaml.YamlQuote;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What one subschema says of the values it expects, in words. */
record SchemaPart(Mapping schema) {

    private static final Pattern NUMBER_WITH_UNIT = Pattern.compile("[0-9.]+\\s*[A-Za-z%]+");

    private static final Map<String, String> TYPE_NAMES = Map.of(
            "object", "a mapping",
            "array", "a list",
            "string", "text",
            "integer", "a whole number",
            "number", "a number",
            "boolean", "true or false");

    private Optional<String> text(String keyword) {
        return schema.get(keyword).filter(Scalar.class::isInstance).map(node -> ((Scalar) node).text());
    }

    SchemaPart property(String name) {
        return new SchemaPart(
                (Mapping) schema.at(YamlPath.ROOT.key("properties").key(name)).orElseThrow());
    }

    List<String> propertyNames() {
        return schema.get("properties").orElseThrow() instanceof Mapping properties
                ? List.copyOf(properties.entries().keySet())
                : List.of();
    }

    /** The allowed words of an enumeration or constant; empty when there is none. */
    List<String> choices() {
        if (schema.get("enum").orElse(null) instanceof Sequence words) {
            return words.items().stream().map(word -> ((Scalar) word).text()).toList();
        }
        return text("const").map(List::of).orElse(List.of());
    }

    /** {@code a whole number of tokens}. */
    String typeName() {
        if (schema.get("type").orElse(null) instanceof Sequence) {
            return expected();
        }
        String name = TYPE_NAMES.getOrDefault(type(), "another value");
        return name + (isNumber() ? unit().map(unit -> " of " + unit).orElse("") : "");
    }

    /** {@code a number of tokens from 256 to 1048576}. */
    String range() {
        String from = text("minimum").map(least -> " from " + least).orElse("");
        String to = text("maximum").map(most -> " to " + most).orElse("");
        return typeName() + from + to;
    }

    /** {@code at least 1 was}. */
    String count() {
        String least = text("minItems").or(() -> text("minProperties")).orElse("1");
        return text("x-expected").map(words -> words + " were").orElse("at least " + least + " was");
    }

    String expected() {
        List<String> choices = choices();
        if (!choices.isEmpty()) {
            int last = choices.size() - 1;
            String others = String.join(", ", choices.subList(0, last));
            return others.isEmpty() ? choices.get(last) : others + " or " + choices.get(last);
        }
        return text("x-expected").orElseGet(() -> TYPE_NAMES.getOrDefault(type(), "another value"));
    }

    /** A line that would be right, made of the field's first example. */
    String example(YamlPath path) {
        String value = schema.get("examples").orElse(null) instanceof Sequence examples
                ? flow(examples.items().get(0))
                : typeName();
        boolean named = !path.isRoot() && path.steps().get(path.steps().size() - 1) instanceof Key;
        String key = named ? ((Key) path.steps().get(path.steps().size() - 1)).name() + ": " : "";
        return "for example `" + key + value + "`";
    }

    String typeHint(YamlPath path, YamlNode value) {
        if (value instanceof Scalar scalar) {
            if (isNumber() && NUMBER_WITH_UNIT.matcher(scalar.text()).matches()) {
                return "the unit is fixed"
                        + unit().map(unit -> " (" + unit + ")").orElse("") + ": write the number alone, "
                        + example(path);
            }
            if (isNumber() && scalar.quoted()) {
                return "write the number without quotes, " + example(path);
            }
            if (type().equals("string") && !scalar.text().isEmpty()) {
                return "put it in quotes: `" + YamlQuote.quoted(scalar.text()) + "`";
            }
        }
        return example(path);
    }

    private boolean isNumber() {
        return type().equals("integer") || type().equals("number");
    }

    /** The JSON type, of several the first; empty when any will do. */
    private String type() {
        YamlNode type = schema.get("type").orElse(schema);
        if (type instanceof Sequence several) {
            type = several.items().get(0);
        }
        return type instanceof Scalar word ? word.text() : "";
    }

    private Optional<String> unit() {
        return text("x-unit");
    }

    private static String flow(YamlNode node) {
        if (node instanceof Mapping mapping) {
            List<String> fields = mapping.entries().entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + flow(entry.getValue().value()))
                    .toList();
            return "{" + String.join(", ", fields) + "}";
        }
        if (node instanceof Sequence sequence) {
            return "["
                    + String.join(
                            ", ",
                            sequence.items().stream().map(SchemaPart::flow).toList()) + "]";
        }
        Scalar scalar = (Scalar) node;
        return scalar.quoted() ? YamlQuote.scalar(scalar.text()) : scalar.text();
    }
}
