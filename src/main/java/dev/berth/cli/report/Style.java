package dev.berth.cli.report;

/** Emphasis by terminal colours, or none where the output is no terminal. */
public enum Style {
    PLAIN,
    COLOURED;

    public String error(String text) {
        return wrap("1;31", text);
    }

    public String warning(String text) {
        return wrap("1;33", text);
    }

    public String heading(String text) {
        return wrap("1", text);
    }

    public String good(String text) {
        return wrap("32", text);
    }

    public String bad(String text) {
        return wrap("31", text);
    }

    public String faint(String text) {
        return wrap("2", text);
    }

    private String wrap(String codes, String text) {
        return this == PLAIN ? text : "\u001b[" + codes + "m" + text + "\u001b[0m";
    }
}
