package dev.berth.model;

import java.util.Arrays;

/** How a figure came about; shown wherever the figure is. */
public enum Basis {
    /** Read off the real thing, by us or by the named source. */
    MEASURED("measured"),
    /** Computed from other figures. */
    DERIVED("derived"),
    /** Written by the user in a value file. */
    PINNED("pinned"),
    /** A default that a value file may change. */
    DEFAULT("default");

    private final String word;

    Basis(String word) {
        this.word = word;
    }

    /** The basis that a word of a catalogue file names. */
    public static Basis of(String word) {
        return Arrays.stream(values())
                .filter(basis -> basis.word.equals(word))
                .findFirst()
                .orElseThrow();
    }

    public String word() {
        return word;
    }
}
