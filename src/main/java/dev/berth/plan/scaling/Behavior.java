package dev.berth.plan.scaling;

import dev.berth.catalog.PlatformFacts.ScalingRate;
import dev.berth.plan.decision.Decision;

/** How fast an autoscaler may go. */
public final class Behavior {

    private Behavior() {}

    public static Decision<ScalingRate> rate(String id, ScalingRate rate) {
        return Decision.derived(id, rate, rate.toString())
                .from(rate.citation(), "behaviour", rate)
                .by("the architecture document's behaviour");
    }
}
