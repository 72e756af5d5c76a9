package dev.berth.bicep;

/** Reads the characters of a quoted text, escapes resolved, up to its closing quote. */
final class StringReader {

    private final String text;
    private int position;

    /** @param position behind the opening quote */
    StringReader(String text, int position) {
        this.text = text;
        this.position = position;
    }

    /** At the closing quote, or where the text stops being a literal. */
    boolean atEnd() {
        return position >= text.length()
                || text.charAt(position) == '\''
                || text.charAt(position) == '\n'
                || text.startsWith("${", position)
                || text.charAt(position) == '\\' && escaped() < 0;
    }

    /** A quote closes, but three of them are another kind of text. */
    boolean isClosed() {
        return text.startsWith("'", position) && !text.startsWith("''", position);
    }

    /** Behind the closing quote. */
    int end() {
        return position + 1;
    }

    /** The next character. */
    int next() {
        boolean escape = text.charAt(position) == '\\';
        int character = escape ? escaped() : text.codePointAt(position);
        position += escape ? escapeLength() : Character.charCount(character);
        return character;
    }

    private int escapeLength() {
        return text.startsWith("\\u{", position) ? text.indexOf('}', position) - position + 1 : 2;
    }

    /** What the escape here stands for; negative when it is none. */
    private int escaped() {
        char kind = position + 1 < text.length() ? text.charAt(position + 1) : 0;
        return switch (kind) {
            case '\\', '\'', '$' -> kind;
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> codePoint();
            default -> -1;
        };
    }

    private int codePoint() {
        int end = text.indexOf('}', position);
        if (!text.startsWith("{", position + 2) || end < 0 || end > position + 9) {
            return -1;
        }
        try {
            int code = Integer.parseInt(text.substring(position + 3, end), 16);
            return Character.isValidCodePoint(code) ? code : -1;
        } catch (NumberFormatException noNumber) {
            return -1;
        }
    }
}
