package dev.berth.explain;

import dev.berth.plan.decision.Decision;

/** Where a value comes from. */
public sealed interface Explanation {

    /** The value is a decision of the plan. */
    record Decided(Decision<?> decision) implements Explanation {}

    /**
     * The value is a decision's, in a rendered file or object.
     *
     * @param value as it stands there
     * @param file the rendered file that holds it
     */
    record Landed(String address, String value, String file, Decision<?> decision) implements Explanation {}

    /** The value is the same in every environment, or a name; {@code file} is the rendered file that holds it. */
    record Fixed(String address, String value, String file) implements Explanation {}
}
