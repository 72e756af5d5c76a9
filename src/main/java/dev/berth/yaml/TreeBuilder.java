package dev.berth.yaml;

import dev.berth.source.Code;
import dev.berth.source.Problems;
import dev.berth.source.SourceFile;
import dev.berth.source.Span;
import dev.berth.yaml.OpenCollection.OpenMapping;
import dev.berth.yaml.OpenCollection.OpenSequence;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Builds the tree from parser events with a stack of its own, so that no input can exhaust the call stack. */
final class TreeBuilder {

    private static final int MAX_DEPTH = 100;

    /** Nodes once aliases are expanded. A value file has some hundred. */
    private static final int MAX_NODES = 100_000;

    private static final Set<String> HARMLESS_TAGS =
            Set.of("!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq");

    private final SourceFile file;
    private final Problems problems;
    private final Deque<OpenCollection> stack = new ArrayDeque<>();
    private final Map<String, Sized> anchors = new HashMap<>();
    private @Nullable YamlNode root;
    private int documents;
    private int nodes;

    TreeBuilder(SourceFile file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** The first document; empty when the text holds none. */
    Optional<YamlNode> root() {
        return Optional.ofNullable(root);
    }

    void accept(Event event) {
        if (event instanceof DocumentStartEvent) {
            startDocument(event);
        } else if (event instanceof ScalarEvent scalar) {
            place(new Sized(scalar(scalar), 1), 1, anchor(scalar));
        } else if (event instanceof MappingStartEvent start) {
            refuseTag(start, start.getTag());
            open(new OpenMapping(span(start), anchor(start), problems));
        } else if (event instanceof SequenceStartEvent start) {
            refuseTag(start, start.getTag());
            open(new OpenSequence(span(start), anchor(start)));
        } else if (event instanceof MappingEndEvent || event instanceof SequenceEndEvent) {
            close(span(event));
        } else if (event instanceof AliasEvent alias) {
            alias(alias);
        }
    }

    private void startDocument(Event event) {
        documents++;
        if (documents == 2) {
            problems.add(
                    Code.YAML_SEVERAL_DOCUMENTS,
                    span(event),
                    "a second document starts here, one was expected",
                    "remove the `---` line, or move what follows into a file of its own");
        }
    }

    private YamlNode scalar(ScalarEvent event) {
        refuseTag(event, event.getTag());
        String text = event.getValue();
        boolean quoted = !event.isPlain() || event.getTag().isPresent();
        if (!quoted) {
            PlainScalar.ambiguity(text)
                    .ifPresent(why -> problems.add(Code.YAML_AMBIGUOUS, span(event), why.message(), why.hint()));
        }
        return new YamlNode.Scalar(span(event), text, quoted ? ScalarType.TEXT : PlainScalar.type(text), quoted);
    }

    private void open(OpenCollection collection) {
        if (stack.size() >= MAX_DEPTH) {
            throw new TooBig("is nested deeper than " + MAX_DEPTH + " levels", collection.start);
        }
        stack.push(collection);
    }

    private void close(Span end) {
        OpenCollection done = stack.pop();
        place(new Sized(done.finish(end.endLine(), end.endColumn()), done.size), 1, done.anchor);
    }

    private void alias(AliasEvent alias) {
        Sized target = anchors.get(alias.getAlias().toString());
        if (target == null) {
            problems.add(
                    Code.YAML_SYNTAX,
                    span(alias),
                    "the alias `*" + alias.getAlias() + "` names no finished anchor above it",
                    "write the value out");
            target = new Sized(new YamlNode.Scalar(span(alias), "", ScalarType.NULL, false), 1);
        }
        place(new Sized(target.node().at(span(alias)), target.size()), target.size(), Optional.empty());
    }

    /** Hands a finished node to what it stands in, or makes it the root. */
    private void place(Sized finished, int newNodes, Optional<String> anchor) {
        nodes += newNodes;
        if (nodes > MAX_NODES) {
            throw new TooBig(
                    "has more than " + MAX_NODES + " values once its anchors are expanded",
                    finished.node().span());
        }
        anchor.ifPresent(name -> anchors.put(name, finished));
        OpenCollection parent = stack.peek();
        if (parent != null) {
            parent.size += finished.size();
            parent.add(finished.node());
        } else if (root == null) {
            root = finished.node();
        }
    }

    private void refuseTag(NodeEvent event, Optional<String> tag) {
        if (tag.isPresent() && !HARMLESS_TAGS.contains(tag.get())) {
            problems.add(
                    Code.YAML_TAG,
                    span(event),
                    "the tag `" + tag.get().replace("tag:yaml.org,2002:", "!!") + "` has no meaning here",
                    "remove the tag; quotes make a value text");
        }
    }

    private static Optional<String> anchor(NodeEvent event) {
        return event.getAnchor().map(Object::toString);
    }

    private Span span(Event event) {
        Mark start = event.getStartMark().orElseThrow();
        Mark end = event.getEndMark().orElseThrow();
        return new Span(file, start.getLine() + 1, start.getColumn() + 1, end.getLine() + 1, end.getColumn() + 1);
    }

    private record Sized(YamlNode node, int size) {}

    /** The document is too large or too deep to hold. */
    static final class TooBig extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Span at;

        TooBig(String message, Span at) {
            super(message);
            this.at = at;
        }

        Span at() {
            return at;
        }
    }
}
