package dev.berth.plan.memory;

import dev.berth.catalog.Catalog;
import dev.berth.model.Gib;
import dev.berth.plan.placement.FitAdvice;
import dev.berth.plan.placement.ModelMemory;
import dev.berth.plan.resolve.Resolved;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import java.util.List;

/** Refuses a model that a replica does not hold: Ollama would put what is too much on the CPU. */
final class ModelFit {

    private final FitAdvice advice;

    /** @param region the environment's first */
    ModelFit(Catalog catalog, String region) {
        this.advice = new FitAdvice(catalog, region);
    }

    void check(ModelPlan model, Resolved.ServingGroup group, Problems problems) {
        Gib capacity = group.pool().usable().low();
        Gib need = model.tenant().residency();
        if (need.compareTo(capacity) > 0) {
            problems.add(
                    Code.MODEL_DOES_NOT_FIT,
                    model.request().name().at(),
                    "`" + model.name() + "` needs up to " + need + " of GPU memory ("
                            + model.residency().formula() + "), " + holder(group.pool()) + " has " + capacity,
                    hint(advice.changes(tooLarge(model, group))));
        }
    }

    private static String holder(Resolved.Pool pool) {
        String gpu = "a GPU of pool `" + pool.name() + "`";
        return pool.slices()
                .map(sharing -> "one of the " + sharing.value() + " replicas on " + gpu)
                .orElse(gpu);
    }

    private FitAdvice.Case tooLarge(ModelPlan model, Resolved.ServingGroup group) {
        return new FitAdvice.Case(
                new ModelMemory(
                        model.model(),
                        advice.catalog().ollama(),
                        group.group().kvCache().value()),
                model.context().value(),
                model.slots().value(),
                group.models().size() == 1,
                group.pool().size().gpu().usable().low(),
                group.pool().pool().sharing().value().replicasPerGpu());
    }

    private String hint(List<String> changes) {
        if (changes.isEmpty()) {
            return "no single change is enough, and no size that is offered in " + advice.region()
                    + " holds it: take a smaller model or quantization, or a shorter `context` with fewer `slots`";
        }
        return (changes.size() == 1 ? "this makes it fit: " : "each of these makes it fit: ")
                + String.join("; ", changes);
    }
}
