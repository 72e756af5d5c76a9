package dev.berth.plan;

import dev.berth.model.Bounds;
import dev.berth.model.Gib;
import dev.berth.plan.decision.Decision;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import java.util.List;

/** Derives how many replicas a group has: homes for the models kept always, and room for the others. */
record ReplicaBounds(Packing homes, Decision<Integer> homeReplicas, Decision<Integer> min, Decision<Integer> max) {

    static ReplicaBounds of(Resolved.ServingGroup resolved, List<ModelPlan> models, Problems problems) {
        String id = "group." + resolved.group().name() + ".replicas.";
        Decision<Gib> capacity = resolved.pool().replicaMemory();
        List<ModelPlan> always = models.stream().filter(ModelPlan::isKeptAlways).toList();
        Packing homes = Packing.of(always, capacity.value());
        int needed = Math.max(1, homes.replicas().size());
        Decision<Integer> homeReplicas = Decision.derived(id + "homes", needed, replicas(needed))
                .fromAll(always.stream().map(ModelPlan::residency).toList())
                .from(capacity)
                .by(always.isEmpty() ? "at least one" : "models kept always, packed at their high figures: " + homes);
        Bounds bounds = resolved.group().replicas();
        Decision<Integer> min = min(id, homeReplicas, bounds);
        Decision<Integer> max = max(id, min, bounds, models.size() - always.size());
        check(homeReplicas, homes, bounds, problems);
        return new ReplicaBounds(homes, homeReplicas, min, max);
    }

    private static Decision<Integer> min(String id, Decision<Integer> homes, Bounds bounds) {
        return Decision.derived(id + "min", homes.value(), homes.shown())
                .from(homes)
                .by("as many as hold the models kept always")
                .unless(bounds.min(), ReplicaBounds::replicas);
    }

    private static Decision<Integer> max(String id, Decision<Integer> min, Bounds bounds, int onDemand) {
        int max = min.value() + Math.max(1, onDemand);
        return Decision.derived(id + "max", max, replicas(max))
                .from(min)
                .by("min " + min.value() + " + one for each of " + onDemand + " on-demand models, at least one")
                .unless(bounds.max(), ReplicaBounds::replicas);
    }

    private static void check(Decision<Integer> homes, Packing packing, Bounds bounds, Problems problems) {
        bounds.min()
                .filter(min -> min.value() < homes.value())
                .ifPresent(min -> problems.add(
                        Code.TOO_FEW_REPLICAS,
                        min.at(),
                        "`" + min.path() + "` is " + min.value() + ", the models kept always need " + homes.value()
                                + ": " + packing,
                        "write " + homes.value() + " or more, or `keep: onDemand` for some of the models"));
        if (bounds.min().isEmpty()) {
            bounds.max()
                    .filter(most -> most.value() < homes.value())
                    .ifPresent(most -> problems.add(
                            Code.TOO_FEW_REPLICAS,
                            most.at(),
                            "`" + most.path() + "` is " + most.value() + ", the models kept always need "
                                    + homes.value() + ": " + packing,
                            "write " + homes.value() + " or more, or `keep: onDemand` for some of the models"));
        }
    }

    static String replicas(int number) {
        return number == 1 ? "1 replica" : number + " replicas";
    }
}
