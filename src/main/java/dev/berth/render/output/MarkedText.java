package dev.berth.render.output;

import dev.berth.render.output.Provenance.Mark;
import java.util.ArrayList;
import java.util.List;

/** Text that grows at its end, knows its lines, and remembers where decisions landed in it. */
final class MarkedText {

    private final StringBuilder text = new StringBuilder();
    private final List<Mark> marks = new ArrayList<>();
    private int line = 1;
    private int lineStart;

    void append(String more) {
        for (int at = more.indexOf('\n'); at >= 0; at = more.indexOf('\n', at + 1)) {
            line++;
            lineStart = text.length() + at + 1;
        }
        text.append(more);
    }

    /** The value of a decision comes next. */
    void mark(String decision) {
        marks.add(new Mark(line, column() + 1, decision));
    }

    /** Characters of the last line. */
    int column() {
        return text.length() - lineStart;
    }

    String lastLine() {
        return text.substring(lineStart);
    }

    /** The last character; a line break before the first one. */
    char last() {
        return text.isEmpty() ? '\n' : text.charAt(text.length() - 1);
    }

    /** Takes the line break at the end away, if there is one. */
    void joinLastLine() {
        if (!text.isEmpty() && last() == '\n') {
            text.setLength(text.length() - 1);
            line--;
            lineStart = text.lastIndexOf("\n") + 1;
        }
    }

    List<Mark> marks() {
        return List.copyOf(marks);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
