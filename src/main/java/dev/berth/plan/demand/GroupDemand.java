package dev.berth.plan.demand;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.berth.catalog.Profiles.Week;
import dev.berth.model.Count;
import dev.berth.model.Range;
import dev.berth.model.Seconds;
import dev.berth.plan.demand.Moment.Hour;
import dev.berth.plan.demand.Station.End;
import dev.berth.plan.schedule.OpenTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What a group of replicas has to do, and how many replicas that takes.
 *
 * @param homes stations of the models kept always: each has one replica at all times
 * @param scheduled stations that have a replica while their schedule is open, and else are up while somebody asks
 * @param onDemand stations of the other models, which are up while somebody asks
 * @param objective how long 95 of 100 requests may wait
 * @param hold how long an on-demand station stays up after a request
 */
public record GroupDemand(
        List<Station> homes, List<Scheduled> scheduled, List<Station> onDemand, Seconds objective, Seconds hold) {

    /** @param open when its models are kept */
    public record Scheduled(Station station, OpenTime open) {

        /** Open so much earlier. */
        private Scheduled earlier(Seconds lead) {
            return new Scheduled(station, open.earlier(lead));
        }
    }

    /** The same, with every schedule open so much earlier. */
    public GroupDemand earlier(Seconds lead) {
        return new GroupDemand(
                homes, scheduled.stream().map(set -> set.earlier(lead)).toList(), onDemand, objective, hold);
    }

    /** Replicas of each home, in their order: at least one. */
    public List<Integer> homeReplicas(Moment moment, End end) {
        return homes.stream().map(station -> atLeastOne(station, moment, end)).toList();
    }

    /** Replicas of each scheduled station while it is open: at least one. */
    public List<Integer> scheduledReplicas(Moment moment, End end) {
        return scheduled.stream()
                .map(set -> atLeastOne(set.station(), moment, end))
                .toList();
    }

    /** Replicas of each on-demand station while somebody asks for it: at least one. */
    public List<Integer> onDemandReplicas(Moment moment, End end) {
        return onDemand.stream()
                .map(station -> atLeastOne(station, moment, end))
                .toList();
    }

    /** Replicas of the homes together. */
    public Range<Count> homeReplicas(Moment moment) {
        return range(end -> sum(homeReplicas(moment, end)));
    }

    /** The most that may run at a time: all homes, those of schedules too, and every on-demand model with at least one. */
    public Range<Count> most(Moment moment) {
        return range(end -> sum(homeReplicas(moment, end))
                + sum(scheduledReplicas(moment, end))
                + sum(onDemandReplicas(moment, end)));
    }

    /** What runs on average at that moment: on-demand stations as likely as they are up. */
    public Range<Count> expected(Moment moment) {
        return range(end -> sum(homeReplicas(moment, end))
                + Stream.concat(
                                scheduled.stream().map(set -> up(set, moment) * atLeastOne(set.station(), moment, end)),
                                onDemand.stream()
                                        .map(station -> probablyUp(station, moment) * atLeastOne(station, moment, end)))
                        .sorted()
                        .mapToDouble(Double::doubleValue)
                        .sum());
    }

    private static int sum(List<Integer> replicas) {
        return replicas.stream().mapToInt(Integer::intValue).sum();
    }

    /**
     * Replicas on average over a week.
     *
     * @param floors when more are kept than at other times
     * @param allowed how many replicas run in an hour that needs so many: the bounds of the autoscaler
     */
    public Range<Count> average(int workingDays, Collection<OpenTime> floors, BiFunction<Hour, Count, Count> allowed) {
        List<Week> weeks = stations().flatMap(Station::weeks).distinct().toList();
        // Many hours of a week are alike, and each kind is reckoned once.
        Map<List<Double>, List<Hour>> alike = Hour.all(workingDays).stream()
                .collect(groupingBy(hour -> kind(hour, weeks, floors), LinkedHashMap::new, toList()));
        return alike.values().stream()
                .map(hours -> expected(hours.get(0))
                        .map(count -> allowed.apply(hours.get(0), count))
                        .map(count -> count.times(
                                hours.stream().mapToDouble(Hour::weight).sum())))
                .reduce(Range.exactly(new Count(0)), Range::plus);
    }

    private List<Double> kind(Hour hour, List<Week> weeks, Collection<OpenTime> floors) {
        Stream<OpenTime> open = Stream.concat(scheduled.stream().map(Scheduled::open), floors.stream());
        return Stream.concat(weeks.stream().map(hour::shareOf), open.map(hour::shareOf))
                .toList();
    }

    /** All of them, homes first. */
    Stream<Station> stations() {
        return Stream.concat(lasting(), onDemand.stream());
    }

    /** Those that have a replica at a time for which there is a plan. */
    Stream<Station> lasting() {
        return Stream.concat(homes.stream(), scheduled.stream().map(Scheduled::station));
    }

    private double up(Scheduled set, Moment moment) {
        double open = moment.shareOf(set.open());
        return open + (1 - open) * probablyUp(set.station(), moment);
    }

    /** How likely an on-demand station is up: unless nobody asked for as long as it is held. */
    public double probablyUp(Station station, Moment moment) {
        return -Math.expm1(-station.arrivals(moment) * hold.amount());
    }

    /** Which station waits longest with so many replicas, and how long. */
    public Allotment allot(int replicas, Moment moment, End end) {
        return Allotment.of(this, replicas, moment, end);
    }

    private int atLeastOne(Station station, Moment moment, End end) {
        return Math.max(1, station.replicas(moment, end, objective));
    }

    /** Short requests need few replicas, long ones many. */
    private static Range<Count> range(ToDoubleFunction<End> replicas) {
        return Range.derived(
                new Count(replicas.applyAsDouble(Range::low)),
                new Count(replicas.applyAsDouble(Range::mid)),
                new Count(replicas.applyAsDouble(Range::high)));
    }
}
