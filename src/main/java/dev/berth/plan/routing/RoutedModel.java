package dev.berth.plan.routing;

import dev.berth.catalog.LlmModel;
import dev.berth.plan.decision.Decision;

/**
 * A model that requests are led to.
 *
 * @param hasHome whether some replica keeps it, if only at times
 */
public record RoutedModel(LlmModel model, Decision<Integer> slots, Decision<Integer> context, boolean hasHome) {

    public String name() {
        return model.name();
    }
}
