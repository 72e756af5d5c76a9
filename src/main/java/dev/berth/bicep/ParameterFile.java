package dev.berth.bicep;

import dev.berth.bicep.Token.Kind;
import dev.berth.bicep.Tokens.NotLiteral;
import dev.berth.source.Code;
import dev.berth.source.Result;
import dev.berth.source.SourceFile;
import dev.berth.source.Span;
import dev.berth.yaml.ScalarType;
import dev.berth.yaml.YamlNode;
import dev.berth.yaml.YamlNode.Entry;
import dev.berth.yaml.YamlNode.Mapping;
import dev.berth.yaml.YamlNode.Scalar;
import dev.berth.yaml.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Reads a parameter file of Bicep whose values are literals, as the tree that YAML files give: so one form of address
 * works on both. Everything else that Bicep allows there is refused; the compiler is the judge of the details.
 */
public final class ParameterFile {

    /** How a parameter file is called. */
    public static final String SUFFIX = ".bicepparam";

    private static final int DEEPEST = 50;

    private final Tokens tokens;
    private Token token;

    private ParameterFile(SourceFile file) {
        this.tokens = new Tokens(file);
        this.token = tokens.next();
    }

    /** The parameters by name. */
    public static Result<YamlNode> parse(SourceFile file) {
        try {
            return Result.ok(new ParameterFile(file).parameters(file.start()));
        } catch (NotLiteral error) {
            return Result.failed(
                    Code.PARAMETERS_UNREADABLE,
                    error.at(),
                    "not a parameter file of literals: " + error.getMessage(),
                    "`berth render` writes the file anew");
        }
    }

    private Mapping parameters(Span start) {
        Map<String, Entry> parameters = new LinkedHashMap<>();
        while (token.kind() != Kind.END) {
            if (token.is(Kind.WORD, "using")) {
                take();
                expect(Kind.STRING, "the template's path");
            } else {
                expect("param");
                Token name = expect(Kind.WORD, "a name");
                expect("=");
                put(parameters, name, value(0));
            }
        }
        return new Mapping(start, parameters);
    }

    private YamlNode value(int depth) {
        if (depth > DEEPEST) {
            throw new NotLiteral(token.span(), "it is nested too deeply");
        }
        Token start = take();
        return switch (start.kind()) {
            case STRING -> new Scalar(start.span(), start.text(), ScalarType.TEXT, true);
            case NUMBER -> new Scalar(start.span(), start.text(), ScalarType.WHOLE, false);
            case WORD -> new Scalar(start.span(), start.text(), wordType(start), false);
            case MARK -> collection(start, depth);
            case END -> throw unexpected(start, "a value");
        };
    }

    private static ScalarType wordType(Token word) {
        return switch (word.text()) {
            case "true", "false" -> ScalarType.BOOLEAN;
            case "null" -> ScalarType.NULL;
            default -> throw unexpected(word, "a value");
        };
    }

    private YamlNode collection(Token start, int depth) {
        if (start.text().equals("{")) {
            return object(start, depth);
        }
        if (!start.text().equals("[")) {
            throw unexpected(start, "a value");
        }
        List<YamlNode> items = new ArrayList<>();
        while (!skipCommasTo("]")) {
            items.add(value(depth + 1));
        }
        return new Sequence(start.span(), items);
    }

    private Mapping object(Token start, int depth) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        while (!skipCommasTo("}")) {
            Token key = take();
            if (key.kind() != Kind.WORD && key.kind() != Kind.STRING) {
                throw unexpected(key, "a key");
            }
            expect(":");
            put(entries, key, value(depth + 1));
        }
        return new Mapping(start.span(), entries);
    }

    private static void put(Map<String, Entry> entries, Token key, YamlNode value) {
        if (entries.put(key.text(), new Entry(key.span(), value)) != null) {
            throw new NotLiteral(key.span(), "`" + key.text() + "` stands twice");
        }
    }

    /** Whether the closing mark comes, which is taken then. */
    private boolean skipCommasTo(String closing) {
        while (token.is(Kind.MARK, ",")) {
            take();
        }
        boolean closes = token.is(Kind.MARK, closing);
        if (closes) {
            take();
        }
        return closes;
    }

    private void expect(String text) {
        Token found = take();
        if (!found.text().equals(text) || found.kind() == Kind.STRING) {
            throw unexpected(found, "`" + text + "`");
        }
    }

    private Token expect(Kind kind, String what) {
        Token found = take();
        if (found.kind() != kind) {
            throw unexpected(found, what);
        }
        return found;
    }

    private Token take() {
        Token taken = token;
        token = Objects.requireNonNull(tokens.next());
        return taken;
    }

    private static NotLiteral unexpected(Token found, String expected) {
        return new NotLiteral(found.span(), "expected " + expected + ", found " + found.shown());
    }
}
