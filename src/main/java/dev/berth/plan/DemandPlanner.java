package dev.berth.plan;

import dev.berth.catalog.Catalog;
import dev.berth.model.Environment;
import dev.berth.plan.demand.Demands;
import dev.berth.plan.demand.Demands.Asked;
import dev.berth.plan.demand.ModelDemand;
import dev.berth.plan.demand.ModelSpeed;
import dev.berth.plan.demand.ServedModel;
import dev.berth.plan.demand.ServiceTime;
import dev.berth.plan.demand.WebUiTasks;
import dev.berth.plan.memory.GroupMemory;
import dev.berth.plan.memory.ModelPlan;
import dev.berth.plan.resolve.Resolved;
import java.util.List;
import java.util.stream.Stream;

/** Derives what is asked of the models of all groups. */
final class DemandPlanner {

    private final Environment environment;
    private final Catalog catalog;

    DemandPlanner(Environment environment, Catalog catalog) {
        this.environment = environment;
        this.catalog = catalog;
    }

    static List<ServedModel> served(List<GroupMemory> groups) {
        return groups.stream()
                .flatMap(group -> group.models().stream())
                .map(DemandPlanner::served)
                .toList();
    }

    List<ModelDemand> plan(List<GroupMemory> groups, WebUiTasks tasks) {
        return new Demands(
                        tasks,
                        catalog.profiles(),
                        catalog.platform().hoursPerMonth(),
                        environment.azure().regions().size())
                .of(groups.stream().flatMap(this::asked).toList());
    }

    private Stream<Asked> asked(GroupMemory group) {
        Resolved.Pool pool = group.pool();
        return group.models().stream()
                .map(model -> new Asked(
                        served(model),
                        new ServiceTime(
                                model.name(),
                                ModelSpeed.of(model.model(), pool.size().gpu().name(), catalog.speeds()),
                                model.slots(),
                                pool.pool().sharing(),
                                catalog.speeds().formula())));
    }

    private static ServedModel served(ModelPlan model) {
        return new ServedModel(model.request(), model.model());
    }
}
