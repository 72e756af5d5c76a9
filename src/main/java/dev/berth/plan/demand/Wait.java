package dev.berth.plan.demand;

import dev.berth.model.Seconds;

/** How long requests wait before a slot takes them up: 95 of 100 wait no longer than this. */
public sealed interface Wait {

    /** A wait that ends. */
    record Bounded(Seconds p95) implements Wait {}

    /** More is asked than can be answered: the queue grows as long as that lasts. */
    enum Unbounded implements Wait {
        UNBOUNDED
    }

    Wait NONE = new Bounded(new Seconds(0));

    /** The wait in seconds; infinite where it has no end. */
    default double seconds() {
        return this instanceof Bounded bounded ? bounded.p95().amount() : Double.POSITIVE_INFINITY;
    }

    default boolean isAtMost(Seconds objective) {
        return seconds() <= objective.amount();
    }
}
