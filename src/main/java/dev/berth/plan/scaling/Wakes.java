package dev.berth.plan.scaling;

import dev.berth.catalog.Catalog;
import dev.berth.catalog.Fact;
import dev.berth.catalog.PlatformFacts;
import dev.berth.model.Count;
import dev.berth.plan.decision.Counted;
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
                onDemand(id, kept, slots, kept == min ? "min " : "in windows ", catalog.platform()));
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
                .map(first -> new Wake(first.getValue(), home(id, first.getKey(), kept, slots, catalog.platform())))
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
    private static Decision<Count> onDemand(
            String id, Decision<Integer> kept, Decision<Count> slots, String name, PlatformFacts platform) {
        int replica = kept.value() + 1;
        int asked = asked(kept.value(), platform);
        return wake(id, asked, kept, slots, platform)
                .by((asked == replica ? "(" + name + kept.value() + " + 1)" : String.valueOf(asked)) + " x target "
                        + slots.value().digits(2) + ": a request for a model without a home needs "
                        + Counted.replicas(replica)
                        + tolerance(asked, replica));
    }

    private static Decision<Count> home(
            String id, int ordinal, Decision<Integer> kept, Decision<Count> slots, PlatformFacts platform) {
        int replica = ordinal + 1;
        int asked = asked(ordinal, platform);
        return wake(id + "." + ordinal, asked, kept, slots, platform)
                .by(asked + " x target " + slots.value().digits(2)
                        + ": outside its windows a request for a model whose first home is replica " + ordinal
                        + " needs that" + tolerance(asked, replica));
    }

    private static Decision.Draft<Count> wake(
            String id, int asked, Decision<Integer> kept, Decision<Count> slots, PlatformFacts platform) {
        Count least = slots.value().times(asked);
        return Decision.derived(id, least, least.digits(2) + " slots")
                .from(kept)
                .from(slots)
                .from(platform.hpaTolerance(), "share of the target");
    }

    /** Replicas to ask for where so many are there, so that an autoscaler adds at least one. */
    private static int asked(int there, PlatformFacts platform) {
        return 1 + (int) (there * (1 + platform.hpaTolerance().value()));
    }

    private static String tolerance(int asked, int replica) {
        return asked == replica ? "" : "; for less than " + asked + " the autoscaler adds none";
    }
}
