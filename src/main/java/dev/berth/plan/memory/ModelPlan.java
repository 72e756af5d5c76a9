package dev.berth.plan.memory;

import dev.berth.catalog.LlmModel;
import dev.berth.model.Count;
import dev.berth.model.Gib;
import dev.berth.model.ModelRequest;
import dev.berth.model.Range;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.placement.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one model needs.
 *
 * @param context tokens of one request
 * @param slots requests at the same time
 * @param residency GPU memory of the loaded model
 * @param predicted what Ollama believes that it takes, when it decides whether it fits beside others
 * @param perNode copies that the GPUs of one node can hold
 * @param documentPerNode what the architecture document's figure of GPU memory in use gives; only reported
 */
public record ModelPlan(
        ModelRequest request,
        LlmModel model,
        Decision<Integer> context,
        Decision<Integer> slots,
        Decision<Gib> kvCache,
        Decision<Range<Gib>> graph,
        Decision<Range<Gib>> residency,
        Decision<Gib> predicted,
        Decision<Range<Count>> perNode,
        Optional<Decision<Range<Count>>> documentPerNode) {

    public String name() {
        return model.name();
    }

    public boolean isKeptAlways() {
        return request.isKeptAlways();
    }

    /** Whether some replica keeps it, if only at times. */
    public boolean hasHome() {
        return request.hasHome();
    }

    /** As it takes a place in GPU memory. */
    public Tenant tenant() {
        return new Tenant(name(), residency.value().high(), predicted.value());
    }

    public List<Decision<?>> decisions() {
        List<Decision<?>> all = new ArrayList<>(List.of(context, slots, kvCache, graph, residency, predicted, perNode));
        documentPerNode.ifPresent(all::add);
        return all;
    }
}
