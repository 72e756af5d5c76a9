package dev.berth.verify;

import dev.berth.schema.Resource;
import dev.berth.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The keys that the values of a chart have, with their types: {@code grafana.admin.userKey} is {@code string}. A dot
 * inside a key is escaped. Below {@code any}, and below a key that ends in {@code .*}, everything may stand.
 */
final class ValueKeys {

    private static final String OPEN = ".*";

    private final TreeMap<String, ValueType> types = new TreeMap<>();
    private final TreeSet<String> open = new TreeSet<>();

    private ValueKeys(SourceFile list) {
        list.text().lines().forEach(line -> {
            String key = line.substring(0, line.indexOf('\t'));
            ValueType type = ValueType.of(line.substring(line.indexOf('\t') + 1));
            if (key.endsWith(OPEN)) {
                open.add(key.substring(0, key.length() - OPEN.length()));
            } else {
                types.put(key, type);
            }
        });
    }

    /** The list of a chart's version, if there is one. */
    static Optional<ValueKeys> find(String chart, String version) {
        return Resource.find("catalog/upstream/" + chart + "-" + version + ".keys.tsv")
                .map(ValueKeys::new);
    }

    static String child(String parent, String key) {
        String escaped = key.replace(".", "\\.");
        return parent.isEmpty() ? escaped : parent + "." + escaped;
    }

    /** The type of a key; {@code any} or {@code map} where everything may stand below it. */
    Optional<ValueType> type(String path) {
        return open.contains(path) ? Optional.of(ValueType.MAP) : Optional.ofNullable(types.get(path));
    }

    boolean takesAnythingBelow(String path) {
        return open.contains(path) || types.get(path) == ValueType.ANY;
    }

    /** Whether keys below this one are known, so that it stands for a mapping. */
    boolean hasChildren(String path) {
        String prefix = path + ".";
        return startsWith(types.ceilingKey(prefix), prefix) || startsWith(open.ceiling(prefix), prefix);
    }

    private static boolean startsWith(@Nullable String key, String prefix) {
        return key != null && key.startsWith(prefix);
    }

    /** Every key, and every mapping that holds keys. */
    List<String> all() {
        TreeSet<String> all = new TreeSet<>(open);
        for (String key : types.keySet()) {
            String known = key;
            while (!known.isEmpty() && all.add(known)) {
                known = parent(known);
            }
        }
        return List.copyOf(all);
    }

    /** The mapping that a key stands in; empty at the top. */
    static String parent(String path) {
        for (int dot = path.lastIndexOf('.'); dot > 0; dot = path.lastIndexOf('.', dot - 1)) {
            if (path.charAt(dot - 1) != '\\') {
                return path.substring(0, dot);
            }
        }
        return "";
    }
}
