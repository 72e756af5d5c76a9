package dev.berth.testing;

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Random tests that can be repeated: a failure names its seed, {@code -Dseed=} runs that seed alone. */
public final class Seeds {

    private Seeds() {}

    /** Fails where a property was passed over by too many seeds to say much; a seed that is run alone may pass it over. */
    public static void enough(AtomicInteger tried, int least) {
        if (Long.getLong("seed") == null && tried.get() < least) {
            throw new AssertionError("tried " + tried + " times, at least " + least + " were expected");
        }
    }

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
