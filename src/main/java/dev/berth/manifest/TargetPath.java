package dev.berth.manifest;

import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Entry;
import dev.berth.yaml.YamlNode.Mapping;
import dev.berth.yaml.YamlNode.Sequence;
import dev.berth.yaml.YamlPath;
import dev.berth.yaml.YamlPath.Key;
import dev.berth.yaml.YamlPath.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Paths into values as {@code helm --set} and Flux write them: {@code a.b[0].c}, a dot inside a key as {@code \.}. */
final class TargetPath {

    private static final Pattern STEP =
            Pattern.compile("\\G(?:(?:^|(?<=.)\\.)(?<key>(?:[A-Za-z0-9_/-]|\\\\.)+)|\\[(?<index>[0-9]{1,5})])");

    private TargetPath() {}

    /** Empty when the text is no such path. */
    static Optional<YamlPath> parse(String text) {
        Matcher matcher = STEP.matcher(text);
        YamlPath path = YamlPath.ROOT;
        int end = 0;
        while (end < text.length() && matcher.find()) {
            path = matcher.group("index") == null
                    ? path.key(matcher.group("key").replace("\\", ""))
                    : path.index(Integer.parseInt(matcher.group("index")));
            end = matcher.end();
        }
        return end == text.length() && !path.isRoot() ? Optional.of(path) : Optional.empty();
    }

    /** The tree with a value at a place; mappings on the way to it are made, lists are not. */
    static YamlNode put(YamlNode tree, List<Step> path, YamlNode value) {
        if (path.isEmpty()) {
            return value;
        }
        List<Step> rest = path.subList(1, path.size());
        if (path.get(0) instanceof Key key) {
            Map<String, Entry> entries =
                    new LinkedHashMap<>(tree instanceof Mapping mapping ? mapping.entries() : Map.of());
            Entry old = entries.get(key.name());
            YamlNode below = old == null ? new Mapping(value.span(), Map.of()) : old.value();
            entries.put(key.name(), new Entry(old == null ? value.span() : old.keySpan(), put(below, rest, value)));
            return new Mapping(tree.span(), Collections.unmodifiableMap(entries));
        }
        int index = ((YamlPath.Index) path.get(0)).number();
        if (tree instanceof Sequence sequence && index < sequence.items().size()) {
            List<YamlNode> items = new ArrayList<>(sequence.items());
            items.set(index, put(items.get(index), rest, value));
            return new Sequence(sequence.span(), List.copyOf(items));
        }
        return tree;
    }
}
