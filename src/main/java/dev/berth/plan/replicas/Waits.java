package dev.berth.plan.replicas;

import dev.berth.model.Count;
import dev.berth.model.Range;
import dev.berth.model.Seconds;
import dev.berth.model.Setting;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.demand.Allotment.Share;
import dev.berth.plan.demand.GroupDemand;
import dev.berth.plan.demand.ModelDemand;
import dev.berth.plan.demand.Moment.Typical;
import dev.berth.plan.demand.Wait;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Derives how long requests wait in the busiest hour when all replicas run. */
public final class Waits {

    private Waits() {}

    /** By model; one that nobody asks for has none, nor one whose queue has no end. */
    public static SortedMap<String, Decision<Seconds>> of(
            GroupDemand demand, List<ModelDemand> models, Decision<Integer> max, Setting<Seconds> objective) {
        SortedMap<String, Decision<Seconds>> waits = new TreeMap<>();
        for (Share share : demand.allot(max.value(), Typical.PEAK, Range::mid).shares()) {
            models.stream()
                    .filter(model -> model.peak().isPresent())
                    .filter(model -> share.station().models().stream()
                            .anyMatch(member -> member.model().equals(model.model())))
                    .forEach(model -> {
                        if (share.p95() instanceof Wait.Bounded bounded) {
                            waits.put(model.model(), wait(model, share, bounded.p95(), max, objective));
                        }
                    });
        }
        return Collections.unmodifiableSortedMap(waits);
    }

    private static Decision<Seconds> wait(
            ModelDemand model, Share share, Seconds p95, Decision<Integer> max, Setting<Seconds> objective) {
        Decision.Draft<Seconds> draft = Decision.derived("model." + model.model() + ".waitP95", p95, p95.toString())
                .from(max)
                .from(objective);
        model.peak().ifPresent(draft::from);
        model.serviceTime().ifPresent(draft::from);
        return draft.by("Erlang C: " + share.station() + " has a load of "
                + new Count(share.load()).digits(2) + " slots and " + share.replicas() + " x "
                + share.station().slots() + " of them in the busiest hour");
    }
}
