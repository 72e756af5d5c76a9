package dev.berth.plan.scaling;

import dev.berth.catalog.Catalog;
import dev.berth.catalog.Fact;
import dev.berth.model.Count;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.memory.GroupMemory;
import dev.berth.plan.memory.ModelPlan;
import dev.berth.plan.placement.HomeSet;
import dev.berth.plan.placement.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Derives what requests count as, in slots, of which a group is held at so many for each replica.
 *
 * @param slots that a replica is held at
 * @param onDemand what a request for a model without a home counts as at the least
 * @param scheduled the same for models with homes in windows alone, by the ordinal of the first of these
 */
public record Wakes(Decision<Count> slots, Wake onDemand, List<Wake> scheduled) {

    /** @param kept replicas that keep models, in windows too */
    public static Wakes of(
            GroupMemory memory, List<HomeSet> homes, Decision<Integer> min, Decision<Integer> kept, Catalog catalog) {
        Decision<Count> slots = slots(memory, catalog);
        String id = "group." + memory.name() + ".wake";
        Wake onDemand = new Wake(
                memory.onDemand().stream().map(ModelPlan::name).toList(),
                wake(id, kept, slots, kept == min ? "min " : "in windows ", "without a home"));
        TreeMap<Integer, List<String>> atTimes = new TreeMap<>();
        for (ModelPlan model : memory.models()) {
            IntStream.range(0, homes.size())
                    .filter(ordinal -> homes.get(ordinal).homes().stream()
                            .map(Tenant::name)
                            .anyMatch(model.name()::equals))
                    .limit(1)
                    .filter(ordinal -> ordinal >= min.value())
                    .forEach(ordinal -> atTimes.computeIfAbsent(ordinal, first -> new ArrayList<>())
                            .add(model.name()));
        }
        List<Wake> scheduled = atTimes.entrySet().stream()
                .map(first -> new Wake(first.getValue(), home(id, first.getKey(), kept, slots)))
                .toList();
        return new Wakes(slots, onDemand, scheduled);
    }

    private static Decision<Count> slots(GroupMemory memory, Catalog catalog) {
        Fact<Double> share = catalog.platform().slotsTarget();
        Count target = new Count(share.value() * memory.slots().value());
        return Decision.derived("group." + memory.name() + ".target.slots", target, target.digits(2) + " slots")
                .from(memory.slots())
                .from(share, "share of the slots")
                .by(new Count(share.value()).digits(2) + " x slots "
                        + memory.slots().value());
    }

    /** So that one waiting request asks for one replica more than stay anyway. */
    private static Decision<Count> wake(
            String id, Decision<Integer> kept, Decision<Count> slots, String name, String which) {
        Count least = slots.value().times(kept.value() + 1);
        return Decision.derived(id, least, least.digits(2) + " slots")
                .from(kept)
                .from(slots)
                .by("(" + name + kept.value() + " + 1) x target "
                        + slots.value().digits(2) + ": a request for a model " + which + " needs replica "
                        + (kept.value() + 1));
    }

    private static Decision<Count> home(String id, int ordinal, Decision<Integer> kept, Decision<Count> slots) {
        Count least = slots.value().times(ordinal + 1);
        return Decision.derived(id + "." + ordinal, least, least.digits(2) + " slots")
                .from(kept)
                .from(slots)
                .by((ordinal + 1) + " x target " + slots.value().digits(2)
                        + ": outside its windows a request for a model" + " whose first home is replica "
                        + (ordinal + 1) + " needs that");
    }
}
