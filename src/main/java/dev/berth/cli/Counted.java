package dev.berth.cli;

/** A number and what it counts, in the singular or plural. */
final class Counted {

    private Counted() {}

    /** {@code 1 file}, {@code 2 files}. */
    static String of(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }
}
