package dev.berth.plan;

import dev.berth.model.Gib;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Homes for models that are kept always: which share a replica.
 *
 * @param replicas the models of each replica, fullest first
 */
record Packing(List<List<ModelPlan>> replicas) {

    /**
     * Largest model first, each on the first replica with room (first-fit decreasing). Ties go by name, so the order
     * of the input does not matter. Every model is taken at its high figure.
     *
     * @param capacity GPU memory of one replica
     */
    static Packing of(List<ModelPlan> models, Gib capacity) {
        List<ModelPlan> largestFirst = models.stream()
                .sorted(Comparator.comparing(Packing::need).reversed().thenComparing(ModelPlan::name))
                .toList();
        List<List<ModelPlan>> replicas = new ArrayList<>();
        for (ModelPlan model : largestFirst) {
            replicas.stream()
                    .filter(replica -> used(replica).plus(need(model)).compareTo(capacity) <= 0)
                    .findFirst()
                    .orElseGet(() -> {
                        List<ModelPlan> fresh = new ArrayList<>();
                        replicas.add(fresh);
                        return fresh;
                    })
                    .add(model);
        }
        return new Packing(replicas.stream().map(List::copyOf).toList());
    }

    static Gib need(ModelPlan model) {
        return model.residency().value().high();
    }

    private static Gib used(List<ModelPlan> replica) {
        return replica.stream().map(Packing::need).reduce(new Gib(0), Gib::plus);
    }

    int mostModels() {
        return replicas.stream().mapToInt(List::size).max().orElse(0);
    }

    /** {@code {llama3.1:8b, mistral:7b}, {phi3.5:3.8b, gemma2:2b}}. */
    @Override
    public String toString() {
        return String.join(", ", replicas.stream().map(Packing::names).toList());
    }

    private static String names(List<ModelPlan> replica) {
        return "{" + String.join(", ", replica.stream().map(ModelPlan::name).toList()) + "}";
    }
}
