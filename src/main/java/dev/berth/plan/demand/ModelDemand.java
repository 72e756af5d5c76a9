package dev.berth.plan.demand;

import dev.berth.model.Count;
import dev.berth.model.Range;
import dev.berth.model.RequestRate;
import dev.berth.model.Seconds;
import dev.berth.plan.decision.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is asked of one model.
 *
 * @param peak requests in the busiest hour of a region, of people and of Open WebUI
 * @param monthly requests of people in a month, over all regions
 * @param serviceTime of a usual request of people
 * @param promptTime until the first word of its answer
 */
public record ModelDemand(
        ModelLoad load,
        ModelSpeed speed,
        Optional<Decision<RequestRate>> peak,
        Optional<Decision<Count>> monthly,
        Optional<Decision<Range<Seconds>>> serviceTime,
        Decision<Range<Seconds>> promptTime) {

    public String model() {
        return load.model();
    }

    public List<Decision<?>> decisions() {
        List<Decision<?>> all = new ArrayList<>(List.of(speed.decode(), speed.prefill(), promptTime));
        peak.ifPresent(all::add);
        monthly.ifPresent(all::add);
        serviceTime.ifPresent(all::add);
        return all;
    }
}
