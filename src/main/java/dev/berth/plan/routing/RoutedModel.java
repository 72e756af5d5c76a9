package dev.berth.plan.routing;

import dev.berth.catalog.LlmModel;
import dev.berth.plan.decision.Decision;

/** A model that requests are led to. */
public record RoutedModel(LlmModel model, Decision<Integer> slots, Decision<Integer> context, boolean isKeptAlways) {

    public String name() {
        return model.name();
    }
}
