package dev.berth.plan.nodes;

import dev.berth.plan.group.GroupPlan;
import dev.berth.plan.memory.ModelPlan;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import java.util.List;
import java.util.stream.Collectors;

/** Finds models kept always on nodes that Azure takes back when it likes. */
public final class SpotHomes {

    private SpotHomes() {}

    public static void check(List<GroupPlan> groups, List<PoolPlan> pools, Problems problems) {
        for (GroupPlan group : groups) {
            String homes = group.models().stream()
                    .filter(ModelPlan::hasHome)
                    .map(model -> "`" + model.name() + "`")
                    .collect(Collectors.joining(", "));
            if (!homes.isEmpty()) {
                PoolPlan.of(group, pools)
                        .pool()
                        .spotHourly()
                        .ifPresent(price -> problems.add(
                                Code.HOMES_ON_SPOT,
                                price.at(),
                                "group `" + group.name() + "` keeps " + homes + " loaded, pool `" + group.pool()
                                        + "` has spot nodes, which Azure takes back when it needs them",
                                "give the group a pool without `spot`, or its models `keep: onDemand`"));
            }
        }
    }
}
