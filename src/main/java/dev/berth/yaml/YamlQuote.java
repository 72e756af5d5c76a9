package dev.berth.yaml;

/** Writes any text as a YAML scalar that every reader, of YAML 1.1 or 1.2, takes for exactly that text. */
public final class YamlQuote {

    private YamlQuote() {}

    /** The text itself where that is safe, else in double quotes. */
    public static String scalar(String text) {
        return PlainScalar.isSafe(text) ? text : quoted(text);
    }

    /** The text in double quotes; line breaks and what does not print are escaped. */
    public static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(point -> quoted.append(escape(point)));
        return quoted.append('"').toString();
    }

    private static String escape(int point) {
        return switch (point) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> isPrintable(point) ? Character.toString(point) : hex(point);
        };
    }

    /** Printable in every YAML version and a line break in none of them. */
    static boolean isPrintable(int point) {
        return (point >= 0x20 && point < 0x7f)
                || (point >= 0xa0 && point < 0xd800 && point != 0x2028 && point != 0x2029)
                || (point >= 0xe000 && point < 0xfffe && point != 0xfeff)
                || point >= 0x10000;
    }

    private static String hex(int point) {
        String digits = Integer.toHexString(point);
        int width = point > 0xff ? 4 : 2;
        return (width == 4 ? "\\u" : "\\x") + "0".repeat(width - digits.length()) + digits;
    }
}
