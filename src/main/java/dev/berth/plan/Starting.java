package dev.berth.plan;

import dev.berth.catalog.LlmModel;
import dev.berth.plan.group.GroupPlan;
import dev.berth.plan.memory.ModelPlan;
import dev.berth.plan.nodes.PoolPlan;
import dev.berth.plan.start.StartingGroup;
import java.util.List;

/** The groups as far as their starts are concerned. */
final class Starting {

    private Starting() {}

    static List<StartingGroup> groups(List<GroupPlan> groups, List<PoolPlan> pools) {
        return groups.stream()
                .map(group -> group(group, PoolPlan.of(group, pools)))
                .toList();
    }

    private static StartingGroup group(GroupPlan group, PoolPlan pool) {
        return new StartingGroup(
                group.name(),
                pool.size(),
                pool.replicasPerNode(),
                group.keptReplicas(),
                oneByOne(group),
                group.maxReplicas(),
                group.memoryRequest(),
                models(group.models()),
                group.homes().stream()
                        .map(ordinal -> models(group.models().stream()
                                .filter(model -> ordinal.homes().stream()
                                        .anyMatch(home -> home.name().equals(model.name())))
                                .toList()))
                        .distinct()
                        .toList());
    }

    /** A clock writes the bound of the autoscaler, which then waits for nothing; a trigger of KEDA is a signal. */
    private static int oneByOne(GroupPlan group) {
        boolean isSignal = group.hasWindows() && !group.hasClock();
        int first = Math.max(1, group.minReplicas().value()) + 1;
        return isSignal ? Math.max(0, group.keptReplicas().value() - first) : 0;
    }

    private static List<LlmModel> models(List<ModelPlan> models) {
        return models.stream().map(ModelPlan::model).toList();
    }
}
