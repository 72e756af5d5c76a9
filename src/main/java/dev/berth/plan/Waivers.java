package dev.berth.plan;

import dev.berth.model.Environment;
import dev.berth.model.Waiver;
import dev.berth.source.Code;
import dev.berth.source.Problem;
import dev.berth.source.Problems;
import java.util.ArrayList;
import java.util.List;

/**
 * Silences the warnings that an environment waives; a waiver that silences nothing is itself a
 * problem, unless all environments share it.
 */
record Waivers(List<Problem> remaining, List<Waiver> used) {

    static Waivers apply(Environment environment, List<Problem> found) {
        List<Waiver> waivers = environment.waivers();
        Problems remaining = new Problems();
        List<Waiver> used = new ArrayList<>();
        remaining.addAll(
                found.stream().filter(problem -> !isWaived(problem, waivers)).toList());
        for (Waiver waiver : waivers) {
            if (found.stream().anyMatch(problem -> silences(waiver, problem))) {
                used.add(waiver);
            } else if (environment.owns(waiver.code().at())) {
                remaining.add(
                        Code.WAIVER_WITHOUT_EFFECT,
                        waiver.code().at(),
                        "the waiver of `" + waiver.code().value()
                                + "` has no effect: this environment does not raise that warning",
                        "remove it");
            }
        }
        return new Waivers(remaining.toList(), List.copyOf(used));
    }

    private static boolean isWaived(Problem problem, List<Waiver> waivers) {
        return waivers.stream().anyMatch(waiver -> silences(waiver, problem));
    }

    private static boolean silences(Waiver waiver, Problem problem) {
        return !problem.isError() && problem.code().id().equals(waiver.code().value());
    }
}
