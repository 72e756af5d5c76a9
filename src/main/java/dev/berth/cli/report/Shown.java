package dev.berth.cli.report;

import dev.berth.model.Range;
import dev.berth.model.Seconds;
import dev.berth.plan.decision.Decision;

/** Figures in the few letters that a table has for them. */
final class Shown {

    static final String NOTHING = "-";

    private Shown() {}

    /** {@code 3-10}, or {@code 3} where both are the same. */
    static String bounds(Decision<Integer> min, Decision<Integer> max) {
        return min.value().equals(max.value()) ? String.valueOf(min.value()) : min.value() + "-" + max.value();
    }

    /** {@code 12.6 min (7.9-20.6)}. */
    static String minutes(Range<Seconds> range) {
        return minutes(range.mid()) + " min (" + minutes(range.low()) + "-" + minutes(range.high()) + ")";
    }

    private static String minutes(Seconds time) {
        return time.times(1.0 / 60).digits(1);
    }

    /** How a bound came about: {@code pinned}, or {@code min pinned, max derived}. */
    static String basis(Decision<?> min, Decision<?> max) {
        return min.basis() == max.basis()
                ? min.basis().word()
                : "min " + min.basis().word() + ", max " + max.basis().word();
    }
}
