package dev.berth.yaml;

import dev.berth.source.Code;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import dev.berth.source.Span;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads one YAML 1.2 document (JSON is one too) and keeps the place of every key and value. */
public final class YamlParser {

    private static final LoadSettings SETTINGS =
            LoadSettings.builder().setUseMarks(true).setParseComments(false).build();

    private YamlParser() {}

    /** The tree of the text, or every problem found in it. A text of comments only is {@code FILE_EMPTY}. */
    public static Result<YamlNode> parse(SourceFile file) {
        Problems problems = new Problems();
        Optional<YamlNode> tree = read(file, problems);
        return problems.result(tree::orElseThrow);
    }

    /** The tree as far as it can be read in spite of the problems found, so that more can be found in it. */
    public static Optional<YamlNode> read(SourceFile file, Problems problems) {
        if (refuseControlCharacters(file, problems)) {
            return Optional.empty();
        }
        TreeBuilder builder = new TreeBuilder(file, problems);
        try {
            for (Event event : new Parse(SETTINGS).parseString(file.text())) {
                builder.accept(event);
            }
        } catch (TreeBuilder.TooBig tooBig) {
            problems.add(
                    Code.YAML_TOO_BIG,
                    tooBig.at(),
                    "the document " + tooBig.getMessage(),
                    "write the values out instead of nesting or repeating them by anchors");
            return Optional.empty();
        } catch (YamlEngineException error) {
            problems.add(Code.YAML_SYNTAX, place(file, error), "not YAML: " + reason(error), syntaxHint(error));
            return Optional.empty();
        }
        Optional<YamlNode> root = builder.root().filter(node -> !isNothing(node));
        if (root.isEmpty()) {
            problems.add(
                    Code.FILE_EMPTY,
                    file.start(),
                    "the file holds no values",
                    "write the fields it needs, or remove the file");
        }
        return root;
    }

    private static boolean refuseControlCharacters(SourceFile file, Problems problems) {
        int line = 1;
        int column = 1;
        boolean found = false;
        for (int character : file.text().codePoints().toArray()) {
            if (!StreamReader.isPrintable(character)) {
                found = true;
                problems.add(
                        Code.YAML_SYNTAX,
                        new Span(file, line, column, line, column + 1),
                        String.format(Locale.ROOT, "the character U+%04X cannot stand in YAML", character),
                        "remove it");
            }
            column = character == '\n' ? 1 : column + 1;
            line += character == '\n' ? 1 : 0;
        }
        return found;
    }

    private static boolean isNothing(YamlNode node) {
        return node instanceof YamlNode.Scalar scalar && scalar.type() == ScalarType.NULL;
    }

    private static Span place(SourceFile file, YamlEngineException error) {
        if (error instanceof MarkedYamlEngineException marked) {
            return marked.getProblemMark()
                    .map(mark -> new Span(
                            file, mark.getLine() + 1, mark.getColumn() + 1, mark.getLine() + 1, mark.getColumn() + 2))
                    .orElse(file.start());
        }
        return file.start();
    }

    private static String reason(YamlEngineException error) {
        String text = error instanceof MarkedYamlEngineException marked ? marked.getProblem() : error.getMessage();
        return text == null ? "unreadable" : text.lines().findFirst().orElse("unreadable");
    }

    private static String syntaxHint(YamlEngineException error) {
        return error instanceof ParserException
                ? "check the indentation and the line above"
                : "check for tabs, unclosed quotes and stray characters";
    }
}
