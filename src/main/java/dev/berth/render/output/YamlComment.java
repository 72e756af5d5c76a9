package dev.berth.render.output;

/** Comments in YAML lines. */
final class YamlComment {

    private YamlComment() {}

    /** Whether what follows this start of a line is part of a comment. */
    static boolean isOpenIn(String lineStart) {
        char quote = 0;
        for (int i = 0; i < lineStart.length(); i++) {
            char c = lineStart.charAt(i);
            boolean atWordStart = i == 0 || lineStart.charAt(i - 1) == ' ';
            if (quote == 0 && c == '#' && atWordStart) {
                return true;
            }
            if (quote == 0 && atWordStart && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote && lineStart.charAt(i - 1) != '\\') {
                quote = 0;
            }
        }
        return false;
    }

    /** A text that stays on its comment line. */
    static String text(String value) {
        return value.replaceAll("\\s+", " ").strip();
    }
}
