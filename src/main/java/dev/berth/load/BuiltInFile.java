package dev.berth.load;

import dev.berth.catalog.Citation;
import dev.berth.catalog.Fact;
import dev.berth.model.Setting;
import dev.berth.source.Problems;
import dev.berth.yaml.YamlNode;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Reading of a catalogue file that is only built in. A part or source that is missing there is a broken build, which
 * the tests of the catalogue see: it is reported to nobody.
 */
final class BuiltInFile {

    private final Fields root;
    private final Sources sources;
    private final NamedRows rows = new NamedRows(new Problems());

    BuiltInFile(YamlNode tree) {
        this.root = Fields.root(tree);
        this.sources = new Sources(root, new Problems());
    }

    Fields part(String key) {
        return root.child(key);
    }

    /** Each row of a list of mappings. */
    <T> List<T> list(String key, Function<Fields, T> row) {
        return root.list(key, row);
    }

    /** Each row of a list of mappings, by its name. */
    <T> SortedMap<String, T> table(String key, Function<Fields, T> row) {
        return new TreeMap<>(rows.byName(root.list(key, fields -> fields), row));
    }

    /** What a part says, with the source that it names. */
    <T> Fact<T> fact(String key, Function<Fields, T> value) {
        return new Fact<>(value.apply(part(key)), cite(key));
    }

    Citation cite(String key) {
        return cite(key, part(key));
    }

    /** @param name what the figures belong to, for people */
    Citation cite(String name, Fields part) {
        return sources.cite(name, part);
    }

    static <T> List<T> items(Fields part, String key, Function<String, T> meaning) {
        return part.words(key, meaning).stream().map(Setting::value).toList();
    }

    static List<String> words(Fields part, String key) {
        return items(part, key, word -> word);
    }
}
