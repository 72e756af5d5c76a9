package dev.berth.render;

import dev.berth.render.Provenance.Mark;
import dev.berth.yaml.YamlQuote;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;

/**
 * Template output that cannot be broken by a value: every value becomes one YAML scalar, quoted where that is needed;
 * in a comment it loses its line breaks; a sub-template is indented to the column where it is called.
 */
final class YamlOutput implements MarkedOutput {

    private static final String BEFORE_VALUE = " \n[{(";
    private static final String AFTER_VALUE = " \n,]}:";

    private final StringBuilder text = new StringBuilder();
    private final List<Mark> marks = new ArrayList<>();
    private int indent;
    private int line = 1;
    private int lineStart;
    private boolean afterValue;

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
        if (content.isEmpty()) {
            return;
        }
        if (afterValue && AFTER_VALUE.indexOf(content.charAt(0)) < 0) {
            throw new IllegalStateException("a value must end its word: " + currentLine() + content);
        }
        afterValue = false;
        append(content);
    }

    @Override
    public void writeContent(String content, int begin, int end) {
        writeContent(content.substring(begin, end));
    }

    @Override
    public void writeUserContent(String value) {
        if (YamlComment.isOpenIn(currentLine())) {
            append(YamlComment.text(value));
        } else {
            scalar(YamlQuote.scalar(value));
        }
    }

    @Override
    public void writeUserContent(Content content) {
        if (content instanceof Explained<?> explained) {
            explained(explained);
        } else {
            nested(content);
        }
    }

    private void explained(Explained<?> explained) {
        indentLine();
        marks.add(new Mark(line, text.length() - lineStart + 1, explained.decision()));
        if (explained.value() instanceof String word) {
            writeUserContent(word);
        } else {
            scalar(String.valueOf(explained.value()));
        }
    }

    private void nested(Content content) {
        indentLine();
        int outer = indent;
        indent = text.length() - lineStart;
        content.writeTo(this);
        indent = outer;
        if (text.length() > 0 && text.charAt(text.length() - 1) == '\n') {
            text.setLength(text.length() - 1);
            line--;
            lineStart = text.lastIndexOf("\n") + 1;
        }
    }

    @Override
    public void writeUserContent(boolean value) {
        scalar(String.valueOf(value));
    }

    @Override
    public void writeUserContent(int value) {
        scalar(String.valueOf(value));
    }

    @Override
    public void writeUserContent(Number value) {
        scalar(String.valueOf(value));
    }

    /** A scalar stands between blanks or brackets; within quotes or a word it would change its meaning. */
    private void scalar(String scalar) {
        char before = text.length() == 0 ? '\n' : text.charAt(text.length() - 1);
        if (afterValue || BEFORE_VALUE.indexOf(before) < 0) {
            throw new IllegalStateException("a value must be a word of its own: " + currentLine() + scalar);
        }
        append(scalar);
        afterValue = true;
    }

    private void append(String content) {
        int start = 0;
        for (int end = content.indexOf('\n'); end >= 0; end = content.indexOf('\n', start)) {
            appendInLine(content, start, end);
            text.append('\n');
            line++;
            lineStart = text.length();
            start = end + 1;
        }
        appendInLine(content, start, content.length());
    }

    private void appendInLine(String content, int start, int end) {
        if (start < end) {
            indentLine();
            text.append(content, start, end);
        }
    }

    /** Indents a line when its first character comes, so that blank lines stay empty. */
    private void indentLine() {
        if (text.length() == lineStart) {
            text.append(" ".repeat(indent));
        }
    }

    private String currentLine() {
        return text.substring(lineStart);
    }
}
