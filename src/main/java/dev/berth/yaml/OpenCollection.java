package dev.berth.yaml;

import dev.berth.source.Code;
import dev.berth.source.Problems;
import dev.berth.source.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A mapping or list whose end has not come yet. */
abstract class OpenCollection {

    final Span start;
    final Optional<String> anchor;

    /** Nodes inside, aliases expanded, this one included. */
    int size = 1;

    OpenCollection(Span start, Optional<String> anchor) {
        this.start = start;
        this.anchor = anchor;
    }

    /** Takes the next child; in a mapping, keys and values alternate. */
    abstract void add(YamlNode node);

    abstract YamlNode finish(int endLine, int endColumn);

    final Span until(int endLine, int endColumn) {
        return new Span(start.file(), start.line(), start.column(), endLine, endColumn);
    }

    static final class OpenSequence extends OpenCollection {
        private final List<YamlNode> items = new ArrayList<>();

        OpenSequence(Span start, Optional<String> anchor) {
            super(start, anchor);
        }

        @Override
        void add(YamlNode node) {
            items.add(node);
        }

        @Override
        YamlNode finish(int endLine, int endColumn) {
            return new YamlNode.Sequence(until(endLine, endColumn), List.copyOf(items));
        }
    }

    static final class OpenMapping extends OpenCollection {
        private final Problems problems;
        private final Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        private @Nullable YamlNode key;

        OpenMapping(Span start, Optional<String> anchor, Problems problems) {
            super(start, anchor);
            this.problems = problems;
        }

        @Override
        void add(YamlNode node) {
            if (key == null) {
                key = node;
            } else {
                put(key, node);
                key = null;
            }
        }

        private void put(YamlNode key, YamlNode value) {
            if (!(key instanceof YamlNode.Scalar name)) {
                problems.add(
                        Code.YAML_SYNTAX,
                        key.span(),
                        "a key is " + key.kindName() + ", text was expected",
                        "name the key");
                return;
            }
            YamlNode.Entry earlier = entries.putIfAbsent(name.text(), new YamlNode.Entry(name.span(), value));
            if (earlier != null) {
                problems.add(
                        Code.YAML_DUPLICATE_KEY,
                        name.span(),
                        "the key `" + name.text() + "` stands twice, first in line "
                                + earlier.keySpan().line(),
                        "keep one of them");
            }
        }

        @Override
        YamlNode finish(int endLine, int endColumn) {
            return new YamlNode.Mapping(until(endLine, endColumn), Collections.unmodifiableMap(entries));
        }
    }
}
