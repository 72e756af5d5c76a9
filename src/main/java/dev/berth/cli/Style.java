package dev.berth.cli;

/** Emphasis by terminal colours, or none where the output is no terminal. */
enum Style {
    PLAIN,
    COLOURED;

    String error(String text) {
        return wrap("1;31", text);
    }

    String warning(String text) {
        return wrap("1;33", text);
    }

    String heading(String text) {
        return wrap("1", text);
    }

    String good(String text) {
        return wrap("32", text);
    }

    String bad(String text) {
        return wrap("31", text);
    }

    String faint(String text) {
        return wrap("2", text);
    }

    private String wrap(String codes, String text) {
        return this == PLAIN ? text : "\u001b[" + codes + "m" + text + "\u001b[0m";
    }
}
