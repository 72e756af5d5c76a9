package dev.berth.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The JSON value of a YAML tree, for readers that know JSON only. */
public final class YamlJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private YamlJson() {}

    public static JsonNode toJson(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            ObjectNode object = JSON.objectNode();
            mapping.entries().forEach((key, entry) -> object.set(key, toJson(entry.value())));
            return object;
        }
        if (node instanceof YamlNode.Sequence sequence) {
            ArrayNode array = JSON.arrayNode();
            sequence.items().forEach(item -> array.add(toJson(item)));
            return array;
        }
        return scalar((YamlNode.Scalar) node);
    }

    private static JsonNode scalar(YamlNode.Scalar scalar) {
        String text = scalar.text();
        return switch (scalar.type()) {
            case NULL -> JSON.nullNode();
            case BOOLEAN -> JSON.booleanNode(text.equalsIgnoreCase("true"));
            case WHOLE -> whole(text);
            case DECIMAL -> decimal(text);
            case TEXT, DATE, MERGE -> JSON.stringNode(text);
        };
    }

    private static JsonNode whole(String text) {
        if (text.startsWith("0x")) {
            return JSON.numberNode(new BigInteger(text.substring(2), 16));
        }
        BigInteger value = new BigInteger(text);
        return value.bitLength() < Integer.SIZE
                ? JSON.numberNode(value.intValue())
                : value.bitLength() < Long.SIZE ? JSON.numberNode(value.longValue()) : JSON.numberNode(value);
    }

    /** Infinity and not-a-number have no JSON form; as text they fail every schema that wants a number. */
    private static JsonNode decimal(String text) {
        return text.chars().anyMatch(Character::isDigit)
                ? JSON.numberNode(new BigDecimal(text.endsWith(".") ? text + "0" : text))
                : JSON.stringNode(text);
    }
}
