package dev.berth.yaml;

import dev.berth.source.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A YAML document as a tree in which every key and every value knows its place. */
public sealed interface YamlNode {

    Span span();

    /** The same node at another place, which an alias gives it. */
    YamlNode at(Span place);

    /** What people call this kind of node in messages. */
    String kindName();

    /** A mapping; entries keep the order of the text. */
    record Mapping(Span span, Map<String, Entry> entries) implements YamlNode {

        public Optional<YamlNode> get(String key) {
            return Optional.ofNullable(entries.get(key)).map(Entry::value);
        }

        /** The place of a key that is there. */
        public Span keySpan(String key) {
            return Objects.requireNonNull(entries.get(key), key).keySpan();
        }

        @Override
        public Mapping at(Span place) {
            return new Mapping(place, entries);
        }

        @Override
        public String kindName() {
            return "a mapping";
        }
    }

    /** One key of a mapping, with the place of the key itself. */
    record Entry(Span keySpan, YamlNode value) {}

    record Sequence(Span span, List<YamlNode> items) implements YamlNode {

        @Override
        public Sequence at(Span place) {
            return new Sequence(place, items);
        }

        @Override
        public String kindName() {
            return "a list";
        }
    }

    /**
     * A single value.
     *
     * @param text the content without quotes
     * @param type what YAML 1.2 takes it for
     * @param quoted whether it was written in quotes or as a block
     */
    record Scalar(Span span, String text, ScalarType type, boolean quoted) implements YamlNode {

        /** The number that the scalar stands for; empty when it is none, or too long to be meant. */
        public Optional<BigDecimal> number() {
            return type == ScalarType.WHOLE || type == ScalarType.DECIMAL ? PlainScalar.number(text) : Optional.empty();
        }

        /** Whether the scalar is {@code true}, in any of its spellings. */
        public boolean isTrue() {
            return type == ScalarType.BOOLEAN && text.equalsIgnoreCase("true");
        }

        @Override
        public Scalar at(Span place) {
            return new Scalar(place, text, type, quoted);
        }

        @Override
        public String kindName() {
            return type.noun();
        }
    }

    /** The node at a path, if there is one. */
    default Optional<YamlNode> at(YamlPath path) {
        YamlNode node = this;
        for (YamlPath.Step step : path.steps()) {
            Optional<YamlNode> next = child(node, step);
            if (next.isEmpty()) {
                return next;
            }
            node = next.get();
        }
        return Optional.of(node);
    }

    /** The node at a path in its written form, if there is one. */
    default Optional<YamlNode> nodeAt(String path) {
        return YamlPath.parse(path).flatMap(this::at);
    }

    /** The text of the scalar at a path; empty when there is none. */
    default String textAt(String path) {
        return scalarAt(path).map(Scalar::text).orElse("");
    }

    /** The items of the list at a path; empty when there is none. */
    default List<YamlNode> itemsAt(String path) {
        YamlNode found = nodeAt(path).orElse(null);
        return found instanceof Sequence sequence ? sequence.items() : List.of();
    }

    /** The entries of the mapping at a path; empty when there is none. */
    default Map<String, Entry> entriesAt(String path) {
        YamlNode found = nodeAt(path).orElse(null);
        return found instanceof Mapping mapping ? mapping.entries() : Map.of();
    }

    /** The scalar at a path, if there is one. */
    default Optional<Scalar> scalarAt(String path) {
        return nodeAt(path).filter(Scalar.class::isInstance).map(Scalar.class::cast);
    }

    private static Optional<YamlNode> child(YamlNode node, YamlPath.Step step) {
        if (node instanceof Mapping mapping && step instanceof YamlPath.Key key) {
            return mapping.get(key.name());
        }
        if (node instanceof Sequence sequence && step instanceof YamlPath.Index index) {
            return index.number() < sequence.items().size()
                    ? Optional.of(sequence.items().get(index.number()))
                    : Optional.empty();
        }
        return Optional.empty();
    }
}
