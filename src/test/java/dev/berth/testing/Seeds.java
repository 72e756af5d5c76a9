package dev.berth.testing;

import java.util.SplittableRandom;
import java.util.function.Consumer;

/** Random tests that can be repeated: a failure names its seed, {@code -Dseed=} runs that seed alone. */
public final class Seeds {

    private Seeds() {}

    /** Runs a property with as many seeds, each with a source of randomness of its own. */
    public static void each(int runs, Consumer<SplittableRandom> property) {
        Long only = Long.getLong("seed");
        long first = only != null ? only : 1;
        long last = only != null ? only : runs;
        for (long seed = first; seed <= last; seed++) {
            try {
                property.accept(new SplittableRandom(seed));
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("with -Dseed=" + seed + ": " + failure.getMessage(), failure);
            }
        }
    }
}
