package dev.berth.cli;

/** Text from files, made harmless for terminals. */
final class Printable {

    private Printable() {}

    /** The text on one line, with control characters shown as {@code ?} and tabs as blanks. */
    static String of(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.chars().forEach(c -> printable.append(c == '\t' ? ' ' : Character.isISOControl(c) ? '?' : (char) c));
        return printable.toString();
    }
}
