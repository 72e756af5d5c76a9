package dev.berth.render.kubernetes;

import dev.berth.catalog.PlatformFacts.ScalingRate;
import dev.berth.plan.decision.Decision;
import dev.berth.render.output.Explained;
import java.util.Optional;

/**
 * How fast an autoscaler may go in one direction, in the words of a chart.
 *
 * @param percent of the replicas, where that is more than the pods
 */
public record Rate(
        String because,
        Explained<Integer> stabilization,
        Explained<Integer> pods,
        Optional<Explained<Integer>> percent,
        Explained<Integer> period) {

    public static Rate of(Decision<ScalingRate> rate) {
        return new Rate(
                rate.because(),
                Explained.as(rate, value -> value.stabilization().whole()),
                Explained.as(rate, ScalingRate::pods),
                rate.value().percent().map(share -> Explained.as(rate, value -> share)),
                Explained.as(rate, value -> value.period().whole()));
    }
}
