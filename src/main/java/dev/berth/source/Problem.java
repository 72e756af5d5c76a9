package dev.berth.source;

import java.util.Comparator;

/**
 * Something a person has to know, and what to do about it.
 *
 * @param code stable public name of the kind of problem
 * @param at where it is
 * @param message what is wrong and what was expected: lower case, no full stop, user text in back-ticks
 * @param hint what to do
 */
public record Problem(Code code, Span at, String message, String hint) implements Comparable<Problem> {

    private static final Comparator<Problem> ORDER =
            Comparator.comparing(Problem::at).thenComparing(Problem::code).thenComparing(Problem::message);

    public boolean isError() {
        return code.severity() == Severity.ERROR;
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    /** One line, for logs and test expectations. */
    @Override
    public String toString() {
        return at + " " + code.severity().word() + " " + code.id() + " " + message;
    }
}
