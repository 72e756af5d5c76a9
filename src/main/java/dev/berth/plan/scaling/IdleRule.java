package dev.berth.plan.scaling;

/**
 * When a HorizontalPodAutoscaler takes replicas away again although each of them uses something when idle.
 *
 * <p>With n replicas, each at the constant share u of what the target t is measured against, it wants ceil(n u / t). From
 * min + 1 it comes down to min only if u <= t min / (min + 1), and only if u / t lies outside the tolerance in which it
 * does nothing.
 *
 * @param tolerance share of the target within which the autoscaler does nothing
 */
public record IdleRule(double tolerance) {

    /** The largest u / t from which the fleet comes back to its smallest. */
    public double largestShare(int minReplicas) {
        return Math.min((double) minReplicas / (minReplicas + 1), 1 - tolerance);
    }

    /**
     * The least target under which a fleet comes back whose homes stand on its first min replicas only: r min / n falls
     * with n replicas, so r itself will do, unless min is so large that one replica more is within the tolerance.
     *
     * @param used mean share of a replica below min
     */
    public double leastTarget(double used, int minReplicas) {
        return used * Math.max(1, minReplicas / ((1 - tolerance) * (minReplicas + 1)));
    }

    /** The average above which replicas are added, for a target. */
    public double triggers(double target) {
        return target * (1 + tolerance);
    }
}
