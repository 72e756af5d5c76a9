package dev.berth.plan;

import dev.berth.catalog.RouterFacts;
import dev.berth.model.Environment;
import dev.berth.model.Routing;
import dev.berth.plan.group.GroupPlan;
import dev.berth.plan.memory.ModelPlan;
import dev.berth.plan.routing.RoutedGroup;
import dev.berth.plan.routing.RoutedModel;
import dev.berth.plan.routing.RouterPlan;
import java.util.List;
import java.util.Optional;

/** Puts the router in front of the groups of an environment that wants one. */
final class Routers {

    private Routers() {}

    static Optional<RouterPlan> of(Environment environment, List<GroupPlan> groups, RouterFacts facts) {
        if (environment.routing().value() == Routing.ROUND_ROBIN) {
            return Optional.empty();
        }
        return Optional.of(RouterPlan.of(groups.stream().map(Routers::routed).toList(), facts));
    }

    private static RoutedGroup routed(GroupPlan group) {
        return new RoutedGroup(
                group.name(),
                group.homes(),
                group.maxReplicas(),
                group.models().stream().map(Routers::routed).toList());
    }

    private static RoutedModel routed(ModelPlan model) {
        return new RoutedModel(model.model(), model.slots(), model.context(), model.hasHome());
    }
}
