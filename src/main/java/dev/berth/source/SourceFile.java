package dev.berth.source;

/**
 * A text and the name people know it by.
 *
 * @param path as shown to people: relative to the project, forward slashes
 * @param text the whole content, line ends normalised to LF
 */
public record SourceFile(String path, String text) {

    /** The first position of the file, for problems that concern it as a whole. */
    public Span start() {
        return new Span(this, 1, 1, 1, 1);
    }

    /** A file that could not be read: it has a name and no text. */
    public static SourceFile unread(String path) {
        return new SourceFile(path, "");
    }

    @Override
    public String toString() {
        return path;
    }
}
