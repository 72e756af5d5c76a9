package dev.berth.yaml;

import dev.berth.source.Code;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import dev.berth.source.Span;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

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
        if (builder.root().isEmpty()) {
            problems.add(
                    Code.FILE_EMPTY,
                    file.start(),
                    "the file holds no values",
                    "write the fields it needs, or remove the file");
        }
        return builder.root();
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
