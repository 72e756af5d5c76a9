package dev.berth.plan.growth;

import dev.berth.catalog.Catalog;
import dev.berth.model.Environment;
import dev.berth.model.Usd;
import dev.berth.plan.Plan;
import dev.berth.source.Result;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/**
 * How an environment grows.
 *
 * @param limit what stops it first; absent where nothing does within reason
 * @param lift the cheapest change that lifts the limit; absent where no single change does
 */
public record Growth(Optional<Limit> limit, Optional<Lift> lift) {

    /** Nobody plans for more than so many times the stated demand with today's numbers. */
    public static final int MOST = 64;

    /** A change has to allow so many times more than now to count. */
    private static final double WORTH = 1.2;

    private static final Comparator<Lift> CHEAPEST = Comparator.comparing(Lift::expected)
            .thenComparing(Lift::ceiling)
            .thenComparing(lift -> lift.fields().size())
            .thenComparing(lift -> String.join(" ", lift.fields()));

    /** Empty where no model states its demand: then nothing can be said. */
    public static Optional<Growth> of(Plan plan, Catalog catalog, Function<Environment, Result<Plan>> planning) {
        Environment environment = plan.environment();
        if (environment.models().stream().noneMatch(model -> model.demand().isPresent())) {
            return Optional.empty();
        }
        LimitSearch search = new LimitSearch(planning);
        Optional<Limit> limit = search.first(environment);
        return Optional.of(new Growth(limit, limit.flatMap(found -> cheapest(plan, catalog, found, planning))));
    }

    private static Optional<Lift> cheapest(
            Plan plan, Catalog catalog, Limit limit, Function<Environment, Result<Plan>> planning) {
        return new Options(plan, catalog)
                .all().stream()
                        .flatMap(option -> lift(option, plan, limit, planning).stream())
                        .min(CHEAPEST);
    }

    private static Optional<Lift> lift(
            Option option, Plan plan, Limit limit, Function<Environment, Result<Plan>> planning) {
        Environment changed = option.change().apply(plan.environment());
        double factor = limit.factor() * WORTH;
        return planning.apply(changed) instanceof Result.Ok<Plan> ok
                        && new LimitSearch(planning).at(changed, factor).isEmpty()
                ? Optional.of(new Lift(
                        option.fields(),
                        factor,
                        expected(ok.value()).plus(expected(plan).times(-1)),
                        ceiling(ok.value()).plus(ceiling(plan).times(-1))))
                : Optional.empty();
    }

    private static Usd expected(Plan plan) {
        return plan.cost().total().expected().value().mid();
    }

    private static Usd ceiling(Plan plan) {
        return plan.cost().total().ceiling().value().mid();
    }
}
