package dev.berth.plan.scaling;

import dev.berth.model.Gib;
import dev.berth.model.Percent;
import dev.berth.model.Range;
import java.util.Optional;

/**
 * What the models at home make of the signal gpu-memory, at their likely residencies.
 *
 * @param homes residency of all models at home, on all replicas below min together
 * @param extra residency of the smallest model that fits beside the homes of some replica; absent when none does
 * @param total used + free of one replica, as DCGM shows it
 */
public record GpuMemoryUse(Gib homes, Optional<Gib> extra, Range<Gib> total, int minReplicas) {

    /** Percent that a mean may lose on its way: autoscalers cut each value, and the mean, to thousandths. */
    private static final double CUT = 2 * 0.001;

    /** Mean use of the replicas below min, in percent of a total. */
    public Percent idle(Gib of) {
        return new Percent(100 * homes.amount() / minReplicas / of.amount());
    }

    /** The targets that serve, or why there is none. */
    public TargetInterval interval(IdleRule rule) {
        double least = rule.leastTarget(idle(total.low()).amount(), minReplicas);
        double withExtra = homes.plus(extra.orElse(new Gib(0))).amount() / minReplicas;
        double below = (100 * withExtra / total.high().amount() - CUT) / rule.triggers(1);
        return new TargetInterval(new Percent(least), new Percent(below));
    }
}
