package dev.berth.verify;

import dev.berth.yaml.ScalarType;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Mapping;
import dev.berth.yaml.YamlNode.Scalar;
import dev.berth.yaml.YamlNode.Sequence;
import java.util.Arrays;
import java.util.Locale;

/** What a chart takes at a key; key lists write the names in small letters. */
enum ValueType {
    ANY("anything"),
    MAP("a mapping"),
    LIST("a list"),
    SCALAR("a single value"),
    BOOL("true or false"),
    INT("a whole number"),
    FLOAT("a number"),
    STRING("text");

    private final String noun;

    ValueType(String noun) {
        this.noun = noun;
    }

    /** The type that a word of a key list stands for. */
    static ValueType of(String word) {
        return Arrays.stream(values())
                .filter(type -> type.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a key list has no type `" + word + "`"));
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String noun() {
        return noun;
    }

    boolean fits(YamlNode value) {
        return switch (this) {
            case ANY -> true;
            case MAP -> value instanceof Mapping;
            case LIST -> value instanceof Sequence;
            case SCALAR, BOOL, INT, FLOAT, STRING -> value instanceof Scalar scalar && takes(scalar.type());
        };
    }

    private boolean takes(ScalarType found) {
        return switch (found) {
            case NULL -> false;
            case DATE, MERGE -> this == SCALAR;
            case TEXT -> this == SCALAR || this == STRING;
            case BOOLEAN -> this == SCALAR || this == BOOL;
            case WHOLE -> this == SCALAR || this == INT || this == FLOAT;
            case DECIMAL -> this == SCALAR || this == FLOAT;
        };
    }
}
