package dev.berth.render;

import dev.berth.render.Provenance.Mark;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Template output of Bicep parameter files that cannot be broken by a value: text becomes a string of Bicep in which
 * nothing is an expression; on a comment line it loses its line breaks.
 */
final class BicepOutput implements MarkedOutput {

    private static final Pattern BARE_KEY = Pattern.compile("(?!(?:true|false|null)$)[A-Za-z_][A-Za-z0-9_]*");
    private static final String BEFORE_VALUE = " \n[{";

    private final StringBuilder text = new StringBuilder();
    private final List<Mark> marks = new ArrayList<>();
    private int line = 1;
    private int lineStart;

    @Override
    public String text() {
        return text.toString();
    }

    @Override
    public List<Mark> marks() {
        return List.copyOf(marks);
    }

    @Override
    public void writeContent(String content) {
        for (int at = content.indexOf('\n'); at >= 0; at = content.indexOf('\n', at + 1)) {
            line++;
            lineStart = text.length() + at + 1;
        }
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
            marks.add(new Mark(line, text.length() - lineStart + 1, explained.decision()));
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
        char before = text.isEmpty() ? '\n' : text.charAt(text.length() - 1);
        if (BEFORE_VALUE.indexOf(before) < 0) {
            throw new IllegalStateException(
                    "a value must be a word of its own: " + text.substring(lineStart) + literal);
        }
        text.append(literal);
    }

    private boolean isComment() {
        return text.substring(lineStart).stripLeading().startsWith("//");
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
