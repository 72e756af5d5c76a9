package dev.berth.render.output;

import dev.berth.render.output.Provenance.Mark;
import gg.jte.Content;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Template output of Bicep parameter files that cannot be broken by a value: text becomes a string of Bicep in which
 * nothing is an expression; on a comment line it loses its line breaks.
 */
final class BicepOutput implements MarkedOutput {

    private static final Pattern BARE_KEY = Pattern.compile("(?!(?:true|false|null)$)[A-Za-z_][A-Za-z0-9_]*");
    private static final String BEFORE_VALUE = " \n[{";

    private final MarkedText text = new MarkedText();

    @Override
    public String text() {
        return text.toString();
    }

    @Override
    public List<Mark> marks() {
        return text.marks();
    }

    @Override
    public void writeContent(String content) {
        text.append(content);
    }

    @Override
    public void writeContent(String content, int begin, int end) {
        writeContent(content.substring(begin, end));
    }

    @Override
    public void writeUserContent(String value) {
        if (isComment()) {
            text.append(YamlComment.text(value));
        } else {
            literal(quoted(value));
        }
    }

    @Override
    public void writeUserContent(Content content) {
        if (content instanceof BicepKey key) {
            literal(BARE_KEY.matcher(key.name()).matches() ? key.name() : quoted(key.name()));
        } else if (content instanceof Explained<?> explained) {
            text.mark(explained.decision());
            if (explained.value() instanceof String word) {
                writeUserContent(word);
            } else {
                literal(String.valueOf(explained.value()));
            }
        } else {
            content.writeTo(this);
        }
    }

    @Override
    public void writeUserContent(boolean value) {
        literal(String.valueOf(value));
    }

    @Override
    public void writeUserContent(int value) {
        literal(String.valueOf(value));
    }

    /** A literal stands between blanks or brackets; within quotes or a word it would change its meaning. */
    private void literal(String literal) {
        if (BEFORE_VALUE.indexOf(text.last()) < 0) {
            throw new IllegalStateException("a value must be a word of its own: " + text.lastLine() + literal);
        }
        text.append(literal);
    }

    private boolean isComment() {
        return text.lastLine().stripLeading().startsWith("//");
    }

    private static String quoted(String value) {
        return "'"
                + value.replace("\\", "\\\\")
                        .replace("'", "\\'")
                        .replace("${", "\\${")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\t", "\\t")
                + "'";
    }
}
