package dev.berth.plan.replicas;

import dev.berth.model.Range;
import dev.berth.plan.demand.GroupDemand;
import dev.berth.plan.demand.GroupDemand.Scheduled;
import dev.berth.plan.demand.Moment;
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
 * Which models each replica keeps that is always there, or in the windows of a schedule: the sets of models kept always,
 * again where an average hour needs them, then those of models kept by schedule, again where their windows need them.
 */
final class HomeOrdinals {

    private HomeOrdinals() {}

    /**
     * @param always replicas for models kept always
     * @param all replicas, those of windows too
     * @param windows when a schedule is open
     */
    static List<HomeSet> of(HomePlacement placement, GroupDemand demand, int always, int all, Moment windows) {
        Copies lasting = new Copies(
                placement.lasting(), demand.homes(), demand.homeReplicas(Typical.MEAN, Range::mid), Typical.MEAN);
        Copies scheduled = new Copies(
                placement.scheduled(),
                demand.scheduled().stream().map(Scheduled::station).toList(),
                demand.scheduledReplicas(windows, Range::mid),
                windows);
        List<HomeSet> ordinals = new ArrayList<>(lasting.upTo(always));
        ordinals.addAll(scheduled.upTo(all - ordinals.size()));
        return List.copyOf(ordinals);
    }

    /** @param needed replicas of each set */
    private record Copies(List<HomeSet> sets, List<Station> stations, List<Integer> needed, Moment moment) {

        /** So many, or none where there is nothing to keep. */
        List<HomeSet> upTo(int number) {
            if (sets.isEmpty()) {
                return List.of();
            }
            List<HomeSet> ordinals = new ArrayList<>(sets);
            List<Integer> copies = new ArrayList<>(Collections.nCopies(sets.size(), 1));
            while (ordinals.size() < number) {
                int next = next(copies);
                copies.set(next, copies.get(next) + 1);
                ordinals.add(sets.get(next));
            }
            return ordinals;
        }

        /** The station that lacks most replicas; then the one with the fewest, then the busiest. */
        private int next(List<Integer> copies) {
            return IntStream.range(0, copies.size())
                    .boxed()
                    .max(Comparator.comparing(
                                    (Integer station) -> Math.max(0, needed.get(station) - copies.get(station)))
                            .thenComparing(station -> -copies.get(station))
                            .thenComparing(station -> stations.get(station).load(moment, Range::mid))
                            .thenComparing(Comparator.reverseOrder()))
                    .orElseThrow();
        }
    }
}
