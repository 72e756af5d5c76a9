package dev.berth.render.kubernetes;

import dev.berth.model.Sharing;
import dev.berth.plan.Plan;
import dev.berth.plan.nodes.PoolPlan;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A way to share GPUs, as the device plugin is told of it: an entry of its configuration, which nodes name by a label.
 *
 * @param replicas that take turns on one GPU
 */
public record TimeSlices(int replicas) {

    /** The ways that the pools of a plan use. */
    public static List<TimeSlices> of(Plan plan) {
        return plan.pools().stream()
                .flatMap(pool -> of(pool).stream())
                .distinct()
                .sorted(Comparator.comparing(TimeSlices::replicas))
                .toList();
    }

    public static Optional<TimeSlices> of(PoolPlan pool) {
        Sharing sharing = pool.pool().sharing().value();
        return sharing.isExclusive() ? Optional.empty() : Optional.of(new TimeSlices(sharing.replicasPerGpu()));
    }

    /** Name of the entry. */
    public String key() {
        return "time-slices-" + replicas;
    }
}
