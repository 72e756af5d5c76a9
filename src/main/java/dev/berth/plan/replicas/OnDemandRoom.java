package dev.berth.plan.replicas;

import dev.berth.model.Setting;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.memory.GroupMemory;
import dev.berth.plan.memory.ModelPlan;
import dev.berth.plan.placement.HomeSet;
import dev.berth.plan.placement.Tenant;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import java.util.List;

/** Refuses a group that has no replica on which a model on demand could ever run. */
public final class OnDemandRoom {

    private OnDemandRoom() {}

    /** @param kept replicas that keep models, always or in windows */
    public static void check(GroupMemory memory, int kept, Decision<Integer> max, Problems problems) {
        List<HomeSet> homes = memory.placement().ordinals();
        if (max.value() > kept || homes.isEmpty()) {
            return;
        }
        memory.resolved()
                .group()
                .replicas()
                .max()
                .ifPresent(pinned -> memory.onDemand().stream()
                        .map(ModelPlan::name)
                        .filter(model -> homes.stream()
                                .flatMap(replica -> replica.guests().stream())
                                .map(Tenant::name)
                                .noneMatch(model::equals))
                        .forEach(model -> nowhere(model, memory, pinned, problems)));
    }

    private static void nowhere(String model, GroupMemory memory, Setting<Integer> pinned, Problems problems) {
        problems.add(
                Code.TOO_FEW_REPLICAS,
                pinned.at(),
                "`" + pinned.path() + "` is " + pinned.value() + ", all of them keep models: " + memory.placement()
                        + ", and `" + model + "` fits beside none of these",
                "write " + (pinned.value() + 1) + " or more, or give `" + model + "` a group of its own");
    }
}
