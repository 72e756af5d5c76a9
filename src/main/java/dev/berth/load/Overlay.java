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
import java.util.function.BinaryOperator;

/** One tree laid over another: mappings merge field by field, single values replace, lists as the file wants it. */
final class Overlay {

    /** Value files: a list replaces the shared one. */
    static final Overlay VALUES = new Overlay((below, above) -> above);

    /** Catalogue files: a row replaces the row of its name, whole, or is added. */
    static final Overlay CATALOG = new Overlay(Overlay::mergeRows);

    private final BinaryOperator<Sequence> lists;

    private Overlay(BinaryOperator<Sequence> lists) {
        this.lists = lists;
    }

    YamlNode merge(YamlNode below, YamlNode above) {
        if (below instanceof Mapping lower && above instanceof Mapping upper) {
            Map<String, Entry> merged = new LinkedHashMap<>(lower.entries());
            upper.entries().forEach((key, entry) -> merged.merge(key, entry, this::mergeEntry));
            return new Mapping(upper.span(), Collections.unmodifiableMap(merged));
        }
        return below instanceof Sequence lower && above instanceof Sequence upper ? lists.apply(lower, upper) : above;
    }

    private Entry mergeEntry(Entry below, Entry above) {
        return new Entry(above.keySpan(), merge(below.value(), above.value()));
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
