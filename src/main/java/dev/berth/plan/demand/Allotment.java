package dev.berth.plan.demand;

import dev.berth.plan.demand.Station.End;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How a number of replicas is best shared among the stations of a group.
 *
 * @param shares of the stations, homes first, those of schedules too
 */
public record Allotment(List<Share> shares) {

    /** The longer wait; of two that have no end, the one with more work for each slot. */
    private static final Comparator<Share> BY_WAIT = Comparator.comparingDouble(
                    (Share share) -> share.p95().seconds())
            .thenComparingDouble(Share::pressure)
            .thenComparingDouble(Share::load)
            .thenComparing(share -> share.station().toString());

    /** @param load in slots */
    public record Share(Station station, int replicas, Wait p95, double load) {

        static Share of(Station station, int replicas, Moment moment, End end) {
            return new Share(station, replicas, station.wait(replicas, moment, end), station.load(moment, end));
        }

        private double pressure() {
            return load / ((double) replicas * station.slots());
        }
    }

    /** Every home has a replica, and every on-demand station while there are enough; the others go to who waits longest. */
    static Allotment of(GroupDemand group, int replicas, Moment moment, End end) {
        List<Station> homes = group.lasting().toList();
        int reserved = Math.min(group.onDemand().size(), Math.max(0, replicas - homes.size()));
        List<Station> inNeed = group.onDemand().stream()
                .sorted(Comparator.comparing((Station station) -> station.load(moment, end))
                        .reversed()
                        .thenComparing(Station::toString))
                .toList();
        List<Share> shares = new ArrayList<>();
        homes.forEach(home -> shares.add(Share.of(home, 1, moment, end)));
        for (int place = 0; place < inNeed.size(); place++) {
            shares.add(Share.of(inNeed.get(place), place < reserved ? 1 : 0, moment, end));
        }
        for (int spare = replicas - homes.size() - reserved; spare > 0 && !shares.isEmpty(); spare--) {
            Share worst = worst(shares);
            shares.set(shares.indexOf(worst), Share.of(worst.station(), worst.replicas() + 1, moment, end));
        }
        return new Allotment(List.copyOf(shares));
    }

    /** The station that waits longest. */
    public Share worst() {
        return worst(shares);
    }

    private static Share worst(List<Share> shares) {
        return shares.stream().max(BY_WAIT).orElseThrow();
    }
}
