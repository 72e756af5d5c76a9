package dev.berth.plan.scaling;

import dev.berth.model.Percent;

/**
 * Where a target can lie: an idle fleet comes back to its smallest from it, and one more model anywhere passes it.
 *
 * @param least inclusive
 * @param below exclusive
 */
public record TargetInterval(Percent least, Percent below) {

    /** Autoscalers are told whole percent, more than none and no more than all. */
    public boolean isEmpty() {
        return first() > last();
    }

    /** The whole percent in the middle: as far as possible from both mistakes. */
    public Percent middle() {
        return new Percent(Math.floor((first() + last()) / 2));
    }

    private double first() {
        return Math.max(1, Math.ceil(least.amount()));
    }

    private double last() {
        return Math.min(100, Math.ceil(below.amount()) - 1);
    }

    /** {@code 67 to 75 %}. */
    @Override
    public String toString() {
        return (int) first() + " to " + (int) last() + " %";
    }
}
