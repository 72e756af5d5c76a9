package dev.berth.source;

import java.util.Comparator;

/**
 * A stretch of a source file. Lines and columns count from 1; the end is exclusive.
 */
public record Span(SourceFile file, int line, int column, int endLine, int endColumn) implements Comparable<Span> {

    private static final Comparator<Span> ORDER = Comparator.comparing((Span span) -> span.file.path())
            .thenComparingInt(Span::line)
            .thenComparingInt(Span::column);

    @Override
    public int compareTo(Span other) {
        return ORDER.compare(this, other);
    }

    /** {@code values/prod.yaml:6:5}, the form that editors and terminals make clickable. */
    @Override
    public String toString() {
        return file.path() + ":" + line + ":" + column;
    }
}
