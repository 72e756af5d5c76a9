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
        return switch (scalar.type()) {
            case NULL -> JSON.nullNode();
            case BOOLEAN -> JSON.booleanNode(scalar.isTrue());
            // A number that cannot be held was reported by the parser; as text it breaks nothing further on.
            case WHOLE, DECIMAL -> scalar.number().map(YamlJson::number).orElse(JSON.stringNode(scalar.text()));
            case TEXT, DATE, MERGE -> JSON.stringNode(scalar.text());
        };
    }

    private static JsonNode number(BigDecimal number) {
        boolean whole = number.stripTrailingZeros().scale() <= 0;
        if (!whole) {
            return JSON.numberNode(number);
        }
        BigInteger value = number.toBigInteger();
        return value.bitLength() < Long.SIZE ? JSON.numberNode(value.longValue()) : JSON.numberNode(value);
    }
}
