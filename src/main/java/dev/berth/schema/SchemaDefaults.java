package dev.berth.schema;

import dev.berth.source.Span;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Entry;
import dev.berth.yaml.YamlNode.Mapping;
import dev.berth.yaml.YamlNode.Scalar;
import dev.berth.yaml.YamlNode.Sequence;
import dev.berth.yaml.YamlPath;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fills in the {@code default} of each absent field. The schema that editors show is thereby the only place where a
 * default stands.
 */
public final class SchemaDefaults {

    private final YamlNode root;

    SchemaDefaults(YamlNode root) {
        this.root = root;
    }

    /** Whether a node was filled in and stands in no value file. */
    public static boolean isDefault(YamlNode node) {
        return isDefault(node.span());
    }

    /** Whether a place lies in a schema and in no value file. */
    public static boolean isDefault(Span place) {
        return place.file().path().endsWith(".schema.json");
    }

    YamlNode fill(YamlNode instance) {
        return fill(instance, (Mapping) root);
    }

    private YamlNode fill(YamlNode instance, Mapping schema) {
        if (instance instanceof Mapping mapping) {
            return fillMapping(mapping, schema);
        }
        Optional<Mapping> items = part(schema, "items");
        if (instance instanceof Sequence sequence && items.isPresent()) {
            List<YamlNode> filled = sequence.items().stream()
                    .map(item -> fill(item, items.get()))
                    .toList();
            return new Sequence(sequence.span(), filled);
        }
        return instance;
    }

    private YamlNode fillMapping(Mapping mapping, Mapping schema) {
        Map<String, Entry> filled = new LinkedHashMap<>();
        Optional<Mapping> properties = part(schema, "properties");
        Optional<Mapping> others = part(schema, "additionalProperties");
        mapping.entries().forEach((key, entry) -> {
            Optional<Mapping> known = properties.flatMap(all -> part(all, key)).or(() -> others);
            YamlNode value = known.map(part -> fill(entry.value(), part)).orElse(entry.value());
            filled.put(key, new Entry(entry.keySpan(), value));
        });
        properties.ifPresent(all -> all.entries().keySet().forEach(key -> addDefault(filled, key, all)));
        return new Mapping(mapping.span(), Collections.unmodifiableMap(filled));
    }

    private void addDefault(Map<String, Entry> filled, String key, Mapping properties) {
        Mapping schema = part(properties, key).orElseThrow();
        // Beside a reference stands what differs between the fields that share a subschema.
        Optional<YamlNode> value =
                properties.at(YamlPath.ROOT.key(key).key("default")).or(() -> schema.get("default"));
        if (value.isPresent() && !filled.containsKey(key)) {
            filled.put(key, new Entry(value.get().span(), fill(value.get(), schema)));
        }
    }

    /** A subschema, with a {@code $ref} to {@code $defs} followed. */
    private Optional<Mapping> part(Mapping schema, String key) {
        return schema.get(key).filter(Mapping.class::isInstance).map(node -> follow((Mapping) node));
    }

    private Mapping follow(Mapping schema) {
        if (schema.get("$ref").orElse(null) instanceof Scalar reference) {
            String name = reference.text().substring("#/$defs/".length());
            return (Mapping) root.at(YamlPath.ROOT.key("$defs").key(name)).orElseThrow();
        }
        return schema;
    }
}
