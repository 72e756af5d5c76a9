package dev.berth.load;

import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Entry;
import dev.berth.yaml.YamlNode.Mapping;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** One value file laid over another: mappings merge field by field, lists and single values replace. */
final class Overlay {

    private Overlay() {}

    static YamlNode merge(YamlNode below, YamlNode above) {
        if (below instanceof Mapping lower && above instanceof Mapping upper) {
            Map<String, Entry> merged = new LinkedHashMap<>(lower.entries());
            upper.entries().forEach((key, entry) -> merged.merge(key, entry, Overlay::mergeEntry));
            return new Mapping(upper.span(), Collections.unmodifiableMap(merged));
        }
        return above;
    }

    private static Entry mergeEntry(Entry below, Entry above) {
        return new Entry(above.keySpan(), merge(below.value(), above.value()));
    }
}
