package dev.berth.plan.memory;

import dev.berth.plan.decision.Decision;
import dev.berth.plan.placement.HomePlacement;
import dev.berth.plan.resolve.Resolved;
import java.util.List;

/**
 * What the models of a group take of GPU memory, and where they are at home. Demand plays no part.
 *
 * @param models with so many slots
 * @param homeReplicas least number of replicas on which the models kept always are at home; further ones follow, which
 *     the models kept by schedule have
 */
public record GroupMemory(
        Resolved.ServingGroup resolved,
        Decision<Integer> slots,
        List<ModelPlan> models,
        HomePlacement placement,
        Decision<Integer> homeReplicas) {

    public String name() {
        return resolved.group().name();
    }

    public Resolved.Pool pool() {
        return resolved.pool();
    }

    /** Models that are loaded when somebody asks. */
    public List<ModelPlan> onDemand() {
        return models.stream().filter(model -> !model.hasHome()).toList();
    }

    /** Of so many replicas those that may keep models: one is left to models on demand. */
    public int mayKeep(int replicas) {
        return replicas - (onDemand().isEmpty() ? 0 : 1);
    }

    public ModelPlan model(String name) {
        return models.stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
