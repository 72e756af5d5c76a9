package dev.berth.cli.report;

import java.util.List;

/** A part of a report, before it is known where it will be printed. */
sealed interface Section {

    /** In capitals on a terminal. */
    String title();

    /** What stands beside the title. */
    String aside();

    /** Sentences below. */
    List<String> notes();

    /** @param table its first row names the columns */
    record Grid(String title, String aside, Table table, List<String> notes) implements Section {}

    /** Names, and what is to be said of each. */
    record Facts(String title, String aside, List<Fact> facts, List<String> notes) implements Section {}

    record Fact(String name, String text, Tone tone) {

        Fact(String name, String text) {
            this(name, text, Tone.PLAIN);
        }
    }

    /** How much a fact should catch the eye. */
    enum Tone {
        PLAIN,
        LIMIT,
        RISK
    }
}
