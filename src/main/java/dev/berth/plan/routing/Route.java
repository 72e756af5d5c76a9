package dev.berth.plan.routing;

import java.util.List;

/**
 * The way of one model's requests.
 *
 * @param backend the name of the way in metrics
 * @param ordinals replicas of the group, in the order in which they are asked
 */
public record Route(String group, RoutedModel model, String backend, List<Integer> ordinals) {

    /** Requests that are answered at the same time when all of the replicas are there. */
    public int mostAtOnce() {
        return ordinals.size() * model.slots().value();
    }
}
