package dev.berth.bicep;

import dev.berth.source.Span;

/**
 * A piece of a parameter file.
 *
 * @param text the content: of a string without quotes and escapes
 */
record Token(Kind kind, String text, Span span) {

    enum Kind {
        WORD,
        NUMBER,
        STRING,
        MARK,
        END
    }

    boolean is(Kind other, String content) {
        return kind == other && text.equals(content);
    }

    /** As messages call it. */
    String shown() {
        return kind == Kind.END ? "the end of the file" : "`" + text + "`";
    }
}
