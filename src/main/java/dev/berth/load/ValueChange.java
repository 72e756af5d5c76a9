package dev.berth.load;

import dev.berth.source.Code;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Entry;
import dev.berth.yaml.YamlNode.Mapping;
import dev.berth.yaml.YamlNode.Sequence;
import dev.berth.yaml.YamlParser;
import dev.berth.yaml.YamlPath;
import dev.berth.yaml.YamlPath.Index;
import dev.berth.yaml.YamlPath.Key;
import dev.berth.yaml.YamlPath.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A field of a value file set to something else, without the file being touched.
 *
 * @param text as a person writes it: {@code models[1].context=8192}
 */
public record ValueChange(String text, YamlPath path, YamlNode value) {

    /** Reads {@code key=value}; the value is YAML, so it can be a list or a mapping too. */
    public static Result<ValueChange> parse(String text) {
        int equals = text.indexOf('=');
        String key = equals < 0 ? "" : text.substring(0, equals).strip();
        return YamlPath.parse(key)
                .filter(path -> !text.substring(equals + 1).isBlank())
                .map(path -> YamlParser.parse(new SourceFile("--what-if " + key, text.substring(equals + 1)))
                        .map(value -> new ValueChange(text, path, value)))
                .orElseGet(() -> Result.failed(
                        Code.WHAT_IF_UNREADABLE,
                        SourceFile.unread("command line").start(),
                        "`" + text + "` is no change of a value file",
                        "write a field, `=` and its value, for example `inference.groups.default.slots=2`"));
    }

    /**
     * The tree with the change made; fields on the way to it that are missing are added, as they are by default.
     *
     * @param complete the tree with its defaults
     */
    YamlNode in(YamlNode tree, YamlNode complete, Problems problems) {
        return set(tree, Optional.of(complete), path.steps(), problems);
    }

    private YamlNode set(YamlNode node, Optional<YamlNode> complete, List<Step> steps, Problems problems) {
        if (steps.isEmpty()) {
            return value;
        }
        List<Step> further = steps.subList(1, steps.size());
        if (steps.get(0) instanceof Key key && node instanceof Mapping mapping) {
            Map<String, Entry> entries = new LinkedHashMap<>(mapping.entries());
            Optional<YamlNode> byDefault = complete.flatMap(whole -> whole.at(YamlPath.ROOT.key(key.name())));
            YamlNode old = Optional.ofNullable(entries.get(key.name()))
                    .map(Entry::value)
                    .or(() -> byDefault)
                    .orElse(new Mapping(value.span(), Map.of()));
            entries.put(key.name(), new Entry(value.span(), set(old, byDefault, further, problems)));
            return new Mapping(mapping.span(), Collections.unmodifiableMap(entries));
        }
        if (steps.get(0) instanceof Index index
                && node instanceof Sequence list
                && index.number() < list.items().size()) {
            List<YamlNode> items = new ArrayList<>(list.items());
            Optional<YamlNode> byDefault = complete.flatMap(whole -> whole.at(YamlPath.ROOT.index(index.number())));
            items.set(index.number(), set(items.get(index.number()), byDefault, further, problems));
            return new Sequence(list.span(), List.copyOf(items));
        }
        problems.add(
                Code.WHAT_IF_UNREADABLE,
                value.span(),
                "there is no `" + path + "` in the value file: " + node.kindName() + " has no part "
                        + (steps.get(0) instanceof Key key
                                ? "`" + key.name() + "`"
                                : "[" + ((Index) steps.get(0)).number() + "]"),
                "name a field as `berth plan` and `berth explain` do; items of lists count from 0");
        return node;
    }
}
