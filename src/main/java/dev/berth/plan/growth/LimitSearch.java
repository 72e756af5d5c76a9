package dev.berth.plan.growth;

import dev.berth.model.Environment;
import dev.berth.plan.Plan;
import dev.berth.source.Problem;
import dev.berth.source.Result;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/** Finds what stops an environment first, by planning it with ever more demand. */
final class LimitSearch {

    private static final double STEP = 2;

    /** A factor is told to a tenth. */
    private static final double EXACT = 0.05;

    private final Function<Environment, Result<Plan>> planning;

    LimitSearch(Function<Environment, Result<Plan>> planning) {
        this.planning = planning;
    }

    /** Empty where nothing stops it within reason. */
    Optional<Limit> first(Environment environment) {
        double holds = 0;
        double breaks = 1;
        Optional<Limit> limit = at(environment, breaks);
        while (limit.isEmpty() && breaks < Growth.MOST) {
            holds = breaks;
            breaks *= STEP;
            limit = at(environment, breaks);
        }
        if (limit.isEmpty() || breaks == 1) {
            return limit;
        }
        while (breaks - holds > EXACT) {
            double middle = (holds + breaks) / 2;
            Optional<Limit> found = at(environment, middle);
            if (found.isPresent()) {
                breaks = middle;
                limit = found;
            } else {
                holds = middle;
            }
        }
        return limit;
    }

    /** What stops it at so many times the demand. */
    Optional<Limit> at(Environment environment, double factor) {
        return planning.apply(environment.withoutWaivers().withDemand(factor)).problems().stream()
                .flatMap(problem -> limit(problem, factor).stream())
                .min(Comparator.comparing(Limit::bound));
    }

    private static Optional<Limit> limit(Problem problem, double factor) {
        return Bound.of(problem.code()).map(bound -> new Limit(bound, factor, problem));
    }
}
