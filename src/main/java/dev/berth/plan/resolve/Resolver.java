package dev.berth.plan.resolve;

import dev.berth.catalog.Catalog;
import dev.berth.model.Environment;
import dev.berth.model.Group;
import dev.berth.model.ModelRequest;
import dev.berth.model.Setting;
import dev.berth.plan.resolve.Resolved.Model;
import dev.berth.plan.resolve.Resolved.Pool;
import dev.berth.plan.resolve.Resolved.ServingGroup;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import java.util.List;

/** Replaces the names of an environment by what they name. Loading has seen to it that they name something. */
public final class Resolver {

    private final Environment environment;
    private final Catalog catalog;

    private Resolver(Environment environment, Catalog catalog) {
        this.environment = environment;
        this.catalog = catalog;
    }

    /** Groups that no model belongs to are left out; one of the environment's own is a problem, a shared one is none. */
    public static Resolved resolve(Environment environment, Catalog catalog, Problems problems) {
        return new Resolver(environment, catalog).resolve(problems);
    }

    private Resolved resolve(Problems problems) {
        List<Pool> pools = environment.gpuPools().stream()
                .map(pool -> new Pool(pool, catalog.gpuSize(pool.size().value()).orElseThrow()))
                .toList();
        List<ServingGroup> groups = environment.groups().stream()
                .map(group -> new ServingGroup(group, poolOf(group, pools), modelsOf(group)))
                .toList();
        for (ServingGroup group : groups) {
            if (group.models().isEmpty() && environment.owns(group.group().at())) {
                String name = group.group().name();
                problems.add(
                        Code.GROUP_WITHOUT_MODEL,
                        group.group().at(),
                        "no model belongs to group `" + name + "`",
                        "give a model `group: " + name + "`, or remove the group");
            }
        }
        return new Resolved(
                groups.stream().filter(group -> !group.models().isEmpty()).toList(), pools);
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
