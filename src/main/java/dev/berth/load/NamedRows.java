package dev.berth.load;

import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Entry;
import dev.berth.yaml.YamlNode.Mapping;
import dev.berth.yaml.YamlNode.Scalar;
import dev.berth.yaml.YamlNode.Sequence;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One catalogue file laid over another: rows of a list replace rows of the same name, whole; new ones are added. */
final class NamedRows {

    private NamedRows() {}

    static YamlNode merge(YamlNode below, YamlNode above) {
        if (below instanceof Mapping lower && above instanceof Mapping upper) {
            Map<String, Entry> merged = new LinkedHashMap<>(lower.entries());
            upper.entries().forEach((key, entry) -> merged.merge(key, entry, NamedRows::mergeEntry));
            return new Mapping(lower.span(), Collections.unmodifiableMap(merged));
        }
        return above;
    }

    private static Entry mergeEntry(Entry below, Entry above) {
        YamlNode merged = below.value() instanceof Sequence lower && above.value() instanceof Sequence upper
                ? mergeRows(lower, upper)
                : merge(below.value(), above.value());
        return new Entry(above.keySpan(), merged);
    }

    private static Sequence mergeRows(Sequence below, Sequence above) {
        Map<String, YamlNode> rows = new LinkedHashMap<>();
        below.items().forEach(row -> rows.put(name(row), row));
        above.items().forEach(row -> rows.put(name(row), row));
        return new Sequence(below.span(), List.copyOf(rows.values()));
    }

    private static String name(YamlNode row) {
        return ((Scalar) ((Mapping) row).get("name").orElseThrow()).text();
    }
}
