package dev.berth.plan.demand;

import dev.berth.catalog.Profiles.Week;
import dev.berth.model.Range;
import dev.berth.model.Seconds;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Models that share a GPU, and so one queue: M/M/c with as many servers as its replicas have slots. Every request is
 * taken to be as long as the longest kind, which errs towards more replicas.
 *
 * @param slots requests that a replica answers at the same time
 */
public record Station(List<ModelLoad> models, int slots) {

    /** Above this load counting server by server takes long, and what it would save is little. */
    private static final double LARGE = 10_000;

    /** Which end of a service time is reckoned with. */
    public interface End extends Function<Range<Seconds>, Seconds> {}

    /** Requests in work on average, in slots. A model with fewer slots than the replica fills it sooner. */
    public double load(Moment moment, End end) {
        // Sorted, so that the order of models cannot change the sum.
        return models.stream()
                .flatMap(model -> model.traffic().stream()
                        .map(traffic -> traffic.arrivals(moment)
                                * end.apply(traffic.service()).amount()
                                * slots
                                / Math.min(slots, model.slots())))
                .sorted()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    /** Requests a second. */
    double arrivals(Moment moment) {
        return traffic()
                .map(traffic -> traffic.arrivals(moment))
                .sorted()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    /** The least number of replicas with which the wait keeps the objective; none where nobody asks. */
    public int replicas(Moment moment, End end, Seconds objective) {
        double load = load(moment, end);
        if (load == 0) {
            return 0;
        }
        Seconds service = longest(moment, end);
        // So many are enough even if every request has to wait.
        double enough = load + ErlangC.MOST_SERVICE_TIMES * service.amount() / objective.amount();
        int most = (int) Math.ceil(enough / slots) + 1;
        return load > LARGE ? most : fewest((int) (load / slots), most, load, service, objective);
    }

    /**
     * By halving: more replicas never wait longer.
     *
     * @param tooFew replicas that cannot do the work, or none
     * @param enough replicas that keep the objective
     */
    private int fewest(int tooFew, int enough, double load, Seconds service, Seconds objective) {
        int below = tooFew;
        int above = enough;
        while (above - below > 1) {
            int middle = below + (above - below) / 2;
            if (new ErlangC(middle * slots, load).p95(service).isAtMost(objective)) {
                above = middle;
            } else {
                below = middle;
            }
        }
        return above;
    }

    /** How long requests wait with so many replicas. */
    public Wait wait(int replicas, Moment moment, End end) {
        double load = load(moment, end);
        return load == 0 ? Wait.NONE : new ErlangC(replicas * slots, load).p95(longest(moment, end));
    }

    private Seconds longest(Moment moment, End end) {
        return traffic()
                .filter(traffic -> traffic.arrivals(moment) > 0)
                .map(traffic -> end.apply(traffic.service()))
                .reduce(new Seconds(0), Seconds::atLeast);
    }

    /** How its traffic changes over a week. */
    Stream<Week> weeks() {
        return traffic().map(Traffic::week);
    }

    private Stream<Traffic> traffic() {
        return models.stream().flatMap(model -> model.traffic().stream());
    }

    /** The names of its models. */
    @Override
    public String toString() {
        return String.join(" + ", models.stream().map(ModelLoad::model).toList());
    }
}
