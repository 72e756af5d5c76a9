package dev.berth.plan;

import dev.berth.model.Range;
import dev.berth.plan.demand.GroupDemand;
import dev.berth.plan.demand.Moment.Typical;
import dev.berth.plan.demand.Station;
import dev.berth.plan.placement.HomePlacement;
import dev.berth.plan.placement.HomeSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Which models each replica below min keeps: the placement first, then its sets again, where they are needed most.
 */
final class HomeOrdinals {

    private HomeOrdinals() {}

    static List<HomeSet> of(HomePlacement placement, GroupDemand demand, int minReplicas) {
        List<HomeSet> base = placement.ordinals();
        List<HomeSet> ordinals = new ArrayList<>(base);
        if (base.isEmpty()) {
            return List.of();
        }
        List<Integer> needed = demand.homeReplicas(Typical.MEAN, Range::mid);
        List<Integer> copies = new ArrayList<>(Collections.nCopies(base.size(), 1));
        while (ordinals.size() < minReplicas) {
            int next = next(demand, needed, copies);
            copies.set(next, copies.get(next) + 1);
            ordinals.add(base.get(next));
        }
        return List.copyOf(ordinals);
    }

    /** The station that lacks most replicas in an average hour; then the one with the fewest, then the busiest. */
    private static int next(GroupDemand demand, List<Integer> needed, List<Integer> copies) {
        return IntStream.range(0, copies.size())
                .boxed()
                .max(Comparator.comparing((Integer station) -> Math.max(0, needed.get(station) - copies.get(station)))
                        .thenComparing(station -> -copies.get(station))
                        .thenComparing(station -> load(demand.homes().get(station)))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
    }

    private static double load(Station station) {
        return station.load(Typical.MEAN, Range::mid);
    }
}
