package dev.berth.plan;

import dev.berth.catalog.Catalog;
import dev.berth.model.Environment;
import dev.berth.model.Group;
import dev.berth.model.ModelRequest;
import dev.berth.model.Setting;
import dev.berth.plan.Resolved.Model;
import dev.berth.plan.Resolved.Pool;
import dev.berth.plan.Resolved.ServingGroup;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import java.util.List;

/** Replaces the names of an environment by what they name. Loading has seen to it that they name something. */
final class Resolver {

    private final Environment environment;
    private final Catalog catalog;

    private Resolver(Environment environment, Catalog catalog) {
        this.environment = environment;
        this.catalog = catalog;
    }

    static Result<Resolved> resolve(Environment environment, Catalog catalog) {
        return new Resolver(environment, catalog).resolve();
    }

    private Result<Resolved> resolve() {
        List<Pool> pools = environment.gpuPools().stream()
                .map(pool -> new Pool(pool, catalog.gpuSize(pool.size().value()).orElseThrow()))
                .toList();
        List<ServingGroup> groups = environment.groups().stream()
                .map(group -> new ServingGroup(group, poolOf(group, pools), modelsOf(group)))
                .toList();
        Problems problems = new Problems();
        for (ServingGroup group : groups) {
            if (group.models().isEmpty()) {
                String name = group.group().name();
                problems.add(
                        Code.GROUP_WITHOUT_MODEL,
                        group.group().at(),
                        "no model belongs to group `" + name + "`",
                        "give a model `group: " + name + "`, or remove the group");
            }
        }
        return problems.result(() -> new Resolved(groups, pools));
    }

    private static Pool poolOf(Group group, List<Pool> pools) {
        String name = group.pool().map(Setting::value).orElse(pools.get(0).name());
        return pools.stream()
                .filter(pool -> pool.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<Model> modelsOf(Group group) {
        return environment.models().stream()
                .filter(request -> request.group().value().equals(group.name()))
                .map(request -> model(request, group))
                .toList();
    }

    private Model model(ModelRequest request, Group group) {
        return new Model(request, catalog.model(request.name().value()).orElseThrow(), group);
    }
}
