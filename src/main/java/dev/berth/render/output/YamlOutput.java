package dev.berth.render.output;

import dev.berth.render.output.Provenance.Mark;
import dev.berth.yaml.YamlQuote;
import gg.jte.Content;
import java.util.List;

/**
 * Template output that cannot be broken by a value: every value becomes one YAML scalar, quoted where that is needed;
 * in a comment it loses its line breaks; a sub-template is indented to the column where it is called.
 */
final class YamlOutput implements MarkedOutput {

    private static final String BEFORE_VALUE = " \n[{(";
    private static final String AFTER_VALUE = " \n,]}:";

    private final MarkedText text = new MarkedText();
    private int indent;
    private boolean afterValue;

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
        if (content.isEmpty()) {
            return;
        }
        if (afterValue && AFTER_VALUE.indexOf(content.charAt(0)) < 0) {
            throw new IllegalStateException("a value must end its word: " + text.lastLine() + content);
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
        if (YamlComment.isOpenIn(text.lastLine())) {
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
        text.mark(explained.decision());
        if (explained.value() instanceof String word) {
            writeUserContent(word);
        } else {
            scalar(String.valueOf(explained.value()));
        }
    }

    private void nested(Content content) {
        indentLine();
        int outer = indent;
        indent = text.column();
        content.writeTo(this);
        indent = outer;
        text.joinLastLine();
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
        if (afterValue || BEFORE_VALUE.indexOf(text.last()) < 0) {
            throw new IllegalStateException("a value must be a word of its own: " + text.lastLine() + scalar);
        }
        append(scalar);
        afterValue = true;
    }

    private void append(String content) {
        int start = 0;
        for (int end = content.indexOf('\n'); end >= 0; end = content.indexOf('\n', start)) {
            appendInLine(content, start, end);
            text.append("\n");
            start = end + 1;
        }
        appendInLine(content, start, content.length());
    }

    private void appendInLine(String content, int start, int end) {
        if (start < end) {
            indentLine();
            text.append(content.substring(start, end));
        }
    }

    /** Indents a line when its first character comes, so that blank lines stay empty. */
    private void indentLine() {
        if (text.column() == 0) {
            text.append(" ".repeat(indent));
        }
    }
}
