package dev.berth.plan.memory;

import dev.berth.catalog.Catalog;
import dev.berth.model.Keep;
import dev.berth.model.Setting;
import dev.berth.plan.decision.Counted;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.placement.GpuRoom;
import dev.berth.plan.placement.HomePlacement;
import dev.berth.plan.placement.HomeSet;
import dev.berth.plan.placement.ModelMemory;
import dev.berth.plan.placement.SlotChoice;
import dev.berth.plan.placement.Tenant;
import dev.berth.plan.resolve.Resolved;
import dev.berth.source.Problems;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Chooses the slots of a group and the homes of its models. */
public final class MemoryPlanner {

    private final Catalog catalog;
    private final ModelNeeds needs;
    private final ModelFit fit;

    /** @param region the environment's first */
    public MemoryPlanner(Catalog catalog, String region) {
        this.catalog = catalog;
        this.needs = new ModelNeeds(catalog.ollama());
        this.fit = new ModelFit(catalog, region);
    }

    public GroupMemory plan(Resolved.ServingGroup group, Problems problems) {
        GpuRoom room = room(group);
        int replicas = group.group().replicas().min().map(Setting::value).orElse(0);
        Optional<SlotChoice> choice = group.group()
                .slots()
                .map(pinned -> SlotChoice.of(pinned.value(), replicas, room, served(group, pinned.value())))
                .orElseGet(() -> SlotChoice.best(
                        catalog.ollama().mostSlots().value(), replicas, room, number -> served(group, number)));
        Decision<Integer> slots = slots(group, choice);
        List<ModelPlan> models = group.models().stream()
                .map(model -> needs.of(model, group.pool(), slots))
                .toList();
        models.forEach(model -> fit.check(model, group, problems));
        models.forEach(model -> DemandFit.check(model, problems));
        HomePlacement placement =
                choice.map(SlotChoice::placement).orElse(HomePlacement.NONE).scheduledBy(longestOpenFirst(group));
        return new GroupMemory(group, slots, models, placement, homeReplicas(group, models, placement, room));
    }

    /** The replicas that are needed longest come first, so that those above them can go. */
    private static Comparator<HomeSet> longestOpenFirst(Resolved.ServingGroup group) {
        return Comparator.comparing((HomeSet set) -> -group.openTime(set).minutes())
                .thenComparing(HomeSet::toString);
    }

    private GpuRoom room(Resolved.ServingGroup group) {
        return new GpuRoom(
                group.pool().usable().low(), catalog.ollama().prediction().headroom());
    }

    private SlotChoice.Served served(Resolved.ServingGroup group, int slots) {
        return new SlotChoice.Served(
                tenants(group, slots, Keep.ALWAYS),
                tenants(group, slots, Keep.SCHEDULE),
                tenants(group, slots, Keep.ON_DEMAND));
    }

    private Collection<Tenant> tenants(Resolved.ServingGroup group, int slots, Keep keep) {
        return group.models().stream()
                .filter(model -> model.request().keep().value() == keep)
                .map(model -> {
                    ModelMemory memory = model.memory(catalog.ollama());
                    return memory.tenant(needs.context(model).value(), memory.slots(slots));
                })
                .toList();
    }

    private Decision<Integer> slots(Resolved.ServingGroup group, Optional<SlotChoice> choice) {
        int number = choice.map(SlotChoice::slots).orElse(1);
        int most = catalog.ollama().mostSlots().value();
        Decision.Draft<Integer> draft = Decision.derived(
                        "group." + group.group().name() + ".slots", number, Counted.requests(number))
                .from(catalog.ollama().mostSlots(), "most slots")
                .from(group.pool().replicaMemory());
        group.models().forEach(model -> draft.from(needs.context(model)));
        return draft.by(
                        number == most
                                ? "as many as are chosen at most, and no replica more is needed for them"
                                : "with more, the models would need more replicas or one would not fit; at most "
                                        + most)
                .unless(group.group().slots(), Counted::requests);
    }

    private static Decision<Integer> homeReplicas(
            Resolved.ServingGroup group, List<ModelPlan> models, HomePlacement placement, GpuRoom room) {
        List<ModelPlan> always = models.stream().filter(ModelPlan::isKeptAlways).toList();
        boolean startsAtNone = always.isEmpty() && group.canRunWithoutReplicas();
        int number = Math.max(startsAtNone ? 0 : 1, placement.lasting().size());
        Decision.Draft<Integer> draft =
                Decision.derived("group." + group.group().name() + ".replicas.homes", number, Counted.replicas(number));
        if (startsAtNone) {
            draft.from(group.group().engine());
            group.group().queue().ifPresent(queue -> draft.from(queue.name()));
        }
        return draft.fromAll(always.stream().map(ModelPlan::residency).toList())
                .fromAll(always.stream().map(ModelPlan::predicted).toList())
                .from(group.pool().replicaMemory())
                .by(
                        always.isEmpty()
                                ? startsAtNone
                                        ? "no model is kept always: the first " + String.join(" or ", group.starters())
                                                + " starts one"
                                        : "at least one"
                                : reason(placement, room));
    }

    private static String reason(HomePlacement placement, GpuRoom room) {
        String guests = placement.ordinals().stream()
                .flatMap(ordinal -> ordinal.guests().stream())
                .map(Tenant::name)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return placement + " by GPU memory, " + room.capacity().digits(1) + " GiB a replica, and by what Ollama admits"
                + (guests.isEmpty() ? "" : "; beside one of them fits " + guests);
    }
}
