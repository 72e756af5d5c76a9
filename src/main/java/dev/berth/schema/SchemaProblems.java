package dev.berth.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import dev.berth.source.Code;
import dev.berth.source.Nearest;
import dev.berth.source.Problem;
import dev.berth.source.Span;
import dev.berth.yaml.ScalarType;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Mapping;
import dev.berth.yaml.YamlNode.Scalar;
import dev.berth.yaml.YamlNode.Sequence;
import dev.berth.yaml.YamlPath;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Turns the schema validator's findings into problems in the reader's words, at exact places. */
final class SchemaProblems {

    private final YamlNode schema;

    SchemaProblems(YamlNode schema) {
        this.schema = schema;
    }

    Problem describe(Error error, YamlNode instance) {
        YamlPath path = path(error.getInstanceLocation());
        YamlNode value = instance.at(path).orElse(instance);
        SchemaPart part = new SchemaPart(subschema(error.getSchemaLocation().getFragment()));
        return switch (error.getKeyword()) {
            case "additionalProperties" -> unknownField(error, path, (Mapping) value, part);
            case "required" -> missingField(error, path, value, part);
            case "type" -> wrongType(path, value, part);
            case "minimum", "maximum" ->
                new Problem(
                        Code.OUT_OF_RANGE,
                        value.span(),
                        named(path) + " is " + shown(value) + ", " + part.range() + " was expected",
                        part.example(path));
            case "minItems", "maxItems", "minProperties" -> wrongCount(path, value, part);
            case "uniqueItems" -> repeated(path, (Sequence) value);
            case "propertyNames" -> wrongKey(error, path, (Mapping) value);
            default -> wrongValue(path, value, part);
        };
    }

    private static Problem unknownField(Error error, YamlPath path, Mapping mapping, SchemaPart part) {
        List<String> known = part.propertyNames();
        return new Problem(
                Code.UNKNOWN_FIELD,
                mapping.keySpan(error.getProperty()),
                "unknown field `" + error.getProperty() + "`" + within(path),
                Nearest.hint(error.getProperty(), known));
    }

    private static Problem missingField(Error error, YamlPath path, YamlNode value, SchemaPart part) {
        Span at = value.span();
        return new Problem(
                Code.MISSING_FIELD,
                new Span(at.file(), at.line(), at.column(), at.line(), at.column() + 1),
                "the field `" + error.getProperty() + "` is missing" + within(path),
                part.property(error.getProperty()).example(YamlPath.ROOT.key(error.getProperty())));
    }

    private static Problem wrongType(YamlPath path, YamlNode value, SchemaPart part) {
        return new Problem(
                Code.WRONG_TYPE,
                value.span(),
                named(path) + " is " + shown(value) + ", " + part.typeName() + " was expected",
                part.typeHint(path, value));
    }

    private static Problem wrongCount(YamlPath path, YamlNode value, SchemaPart part) {
        int size = value instanceof Sequence list
                ? list.items().size()
                : ((Mapping) value).entries().size();
        return new Problem(
                Code.WRONG_COUNT,
                value.span(),
                named(path) + " has " + size + " entries, " + part.count() + " expected",
                part.example(path));
    }

    private static Problem repeated(YamlPath path, Sequence list) {
        Set<String> seen = new HashSet<>();
        YamlNode second = list.items().stream()
                .filter(item -> !seen.add(shown(item)))
                .findFirst()
                .orElse(list);
        return new Problem(
                Code.WRONG_COUNT, second.span(), shown(second) + " stands twice in `" + path + "`", "keep one of them");
    }

    private Problem wrongKey(Error error, YamlPath path, Mapping mapping) {
        SchemaPart names = new SchemaPart((Mapping)
                schema.at(path(error.getSchemaLocation().getFragment())).orElseThrow());
        return new Problem(
                Code.WRONG_VALUE,
                mapping.keySpan(error.getProperty()),
                "the name `" + error.getProperty() + "` in `" + path + "` cannot be used, " + names.expected()
                        + " was expected",
                "choose another name");
    }

    private static Problem wrongValue(YamlPath path, YamlNode value, SchemaPart part) {
        return new Problem(
                Code.WRONG_VALUE,
                value.span(),
                named(path) + " is " + shown(value) + ", " + part.expected() + " was expected",
                value instanceof Scalar scalar && !part.choices().isEmpty()
                        ? Nearest.hint(scalar.text(), part.choices())
                        : part.example(path));
    }

    private static String named(YamlPath path) {
        return path.isRoot() ? "the file" : "`" + path + "`";
    }

    private static String within(YamlPath path) {
        return path.isRoot() ? "" : " in `" + path + "`";
    }

    /** What stands there, as the reader typed it. */
    private static String shown(YamlNode value) {
        if (value instanceof Scalar scalar
                && scalar.type() == ScalarType.TEXT
                && scalar.text().isEmpty()) {
            return "empty";
        }
        return value instanceof Scalar scalar && !scalar.text().isEmpty()
                ? "`" + scalar.text() + "`"
                : value.kindName();
    }

    /** The schema object whose keyword failed. */
    private Mapping subschema(NodePath keyword) {
        YamlPath parent = path(keyword.getParent());
        return (Mapping) schema.at(parent).orElseThrow();
    }

    private static YamlPath path(NodePath location) {
        YamlPath path = YamlPath.ROOT;
        for (int i = 0; i < location.getNameCount(); i++) {
            Object element = location.getElement(i);
            path = element instanceof Integer index ? path.index(index) : path.key(String.valueOf(element));
        }
        return path;
    }
}
