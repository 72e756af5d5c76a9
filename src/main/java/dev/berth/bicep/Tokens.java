package dev.berth.bicep;

import dev.berth.bicep.Token.Kind;
import dev.berth.source.SourceFile;
import dev.berth.source.Span;
import java.util.function.IntPredicate;

/** Cuts a parameter file into tokens; blanks, line ends and comments fall away. */
final class Tokens {

    private static final String MARKS = "=:,{}[]";

    private final SourceFile file;
    private final String text;
    private int position;
    private int line = 1;
    private int lineStart;

    Tokens(SourceFile file) {
        this.file = file;
        this.text = file.text();
    }

    /** The next token; behind the last one comes {@code END} for ever. */
    Token next() {
        skipBlanksAndComments();
        if (position == text.length()) {
            return token(Kind.END, position);
        }
        char first = text.charAt(position);
        if (first == '\'') {
            return string();
        }
        if (isWord(first) && !isDigit(first)) {
            return token(Kind.WORD, endOf(position, Tokens::isWord));
        }
        int digits = first == '-' ? position + 1 : position;
        int number = endOf(digits, Tokens::isDigit);
        if (number > digits) {
            return token(Kind.NUMBER, number);
        }
        if (MARKS.indexOf(first) >= 0) {
            return token(Kind.MARK, position + 1);
        }
        throw new NotLiteral(span(position + 1), "something that is no literal begins here");
    }

    private void skipBlanksAndComments() {
        while (position < text.length()) {
            if (text.startsWith("//", position)) {
                moveTo(endOf(position, character -> character != '\n'));
            } else if (text.startsWith("/*", position)) {
                int end = text.indexOf("*/", position + 2);
                moveTo(end < 0 ? text.length() : end + 2);
            } else if (Character.isWhitespace(text.charAt(position))) {
                moveTo(position + 1);
            } else {
                return;
            }
        }
    }

    private Token string() {
        StringBuilder content = new StringBuilder();
        StringReader reader = new StringReader(text, position + 1);
        while (!reader.atEnd()) {
            content.appendCodePoint(reader.next());
        }
        if (!reader.isClosed()) {
            throw new NotLiteral(span(position + 1), "the text that begins here is not closed, or is no literal");
        }
        Token token = new Token(Kind.STRING, content.toString(), span(reader.end()));
        position = reader.end();
        return token;
    }

    private Token token(Kind kind, int end) {
        Token token = new Token(kind, text.substring(position, end), span(end));
        position = end;
        return token;
    }

    private int endOf(int start, IntPredicate belongs) {
        int end = start;
        while (end < text.length() && belongs.test(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isWord(int character) {
        return character == '_' || isDigit(character) || (character | 32) >= 'a' && (character | 32) <= 'z';
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    private void moveTo(int end) {
        for (; position < end; position++) {
            if (text.charAt(position) == '\n') {
                line++;
                lineStart = position + 1;
            }
        }
    }

    private Span span(int end) {
        return new Span(file, line, position - lineStart + 1, line, end - lineStart + 1);
    }

    /** A text that is more, or less, than literals. */
    static final class NotLiteral extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Span at;

        NotLiteral(Span at, String message) {
            super(message);
            this.at = at;
        }

        Span at() {
            return at;
        }
    }
}
