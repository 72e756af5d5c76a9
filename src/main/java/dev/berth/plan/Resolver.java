package dev.berth.plan;

import dev.berth.catalog.Catalog;
import dev.berth.catalog.LlmModel;
import dev.berth.model.Environment;
import dev.berth.model.GpuPool;
import dev.berth.model.Group;
import dev.berth.model.ModelRequest;
import dev.berth.model.Setting;
import dev.berth.plan.Resolved.Model;
import dev.berth.plan.Resolved.Pool;
import dev.berth.plan.Resolved.ServingGroup;
import dev.berth.source.Code;
import dev.berth.source.Nearest;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Looks up every name of an environment; unknown and repeated names are problems. */
final class Resolver {

    private final Environment environment;
    private final Catalog catalog;
    private final Problems problems = new Problems();

    private Resolver(Environment environment, Catalog catalog) {
        this.environment = environment;
        this.catalog = catalog;
    }

    static Result<Resolved> resolve(Environment environment, Catalog catalog) {
        return new Resolver(environment, catalog).resolve();
    }

    private Result<Resolved> resolve() {
        regions();
        List<Pool> pools = pools();
        Map<String, List<Model>> models = modelsByGroup();
        List<ServingGroup> groups = new ArrayList<>();
        for (Group group : environment.groups()) {
            List<Model> served = models.getOrDefault(group.name(), List.of());
            if (served.isEmpty() && !problems.hasErrors()) {
                problems.add(
                        Code.GROUP_WITHOUT_MODEL,
                        group.at(),
                        "no model belongs to group `" + group.name() + "`",
                        "give a model `group: " + group.name() + "`, or remove the group");
            }
            poolOf(group, pools).ifPresent(pool -> groups.add(new ServingGroup(group, pool, served)));
        }
        return problems.result(() -> new Resolved(List.copyOf(groups), pools));
    }

    private void regions() {
        Set<String> known = catalog.prices().regions().keySet();
        for (Setting<String> region : environment.azure().regions()) {
            if (!known.contains(region.value())) {
                unknown(Code.UNKNOWN_REGION, region, "the region", known);
            }
        }
    }

    private List<Pool> pools() {
        List<Pool> pools = new ArrayList<>();
        refuseRepeats(environment.gpuPools(), GpuPool::name, name -> name, "the pool");
        for (GpuPool pool : environment.gpuPools()) {
            catalog.gpuSize(pool.size().value())
                    .ifPresentOrElse(
                            size -> pools.add(new Pool(pool, size)),
                            () -> unknown(
                                    Code.UNKNOWN_GPU_SIZE,
                                    pool.size(),
                                    "the GPU size",
                                    catalog.gpuSizes().keySet()));
        }
        return List.copyOf(pools);
    }

    private Map<String, List<Model>> modelsByGroup() {
        Map<String, Group> groups = new HashMap<>();
        environment.groups().forEach(group -> groups.put(group.name(), group));
        Function<String, String> canonical =
                name -> catalog.model(name).map(LlmModel::name).orElse(name);
        refuseRepeats(environment.models(), ModelRequest::name, canonical, "the model");
        Map<String, List<Model>> byGroup = new HashMap<>();
        for (ModelRequest request : environment.models()) {
            Optional<LlmModel> model = catalog.model(request.name().value());
            Group group = groups.get(request.group().value());
            if (model.isEmpty()) {
                unknown(
                        Code.UNKNOWN_MODEL,
                        request.name(),
                        "the model",
                        catalog.models().keySet());
            }
            if (group == null) {
                unknownGroup(request, groups.keySet());
            }
            if (model.isPresent() && group != null) {
                checkContext(request, model.get());
                byGroup.computeIfAbsent(group.name(), name -> new ArrayList<>())
                        .add(new Model(request, model.get(), group));
            }
        }
        return byGroup;
    }

    private void checkContext(ModelRequest request, LlmModel model) {
        request.context()
                .filter(context -> context.value() > model.contextLimit())
                .ifPresent(context -> problems.add(
                        Code.CONTEXT_TOO_LONG,
                        context.at(),
                        "`" + context.path() + "` is " + context.value() + " tokens, `" + model.name()
                                + "` was trained for " + model.contextLimit() + " at most",
                        "write " + model.contextLimit() + " or less"));
    }

    private void unknownGroup(ModelRequest request, Set<String> known) {
        Setting<String> place = request.group().isPinned() ? request.group() : request.name();
        problems.add(
                Code.UNKNOWN_GROUP,
                place.at(),
                "the model belongs to group `" + request.group().value() + "`, which is not defined",
                Nearest.hint(request.group().value(), known) + "; groups are defined under `inference.groups`");
    }

    private Optional<Pool> poolOf(Group group, List<Pool> pools) {
        if (group.pool().isEmpty()) {
            return pools.stream().findFirst();
        }
        Setting<String> name = group.pool().get();
        List<String> known =
                environment.gpuPools().stream().map(pool -> pool.name().value()).toList();
        if (!known.contains(name.value())) {
            unknown(Code.UNKNOWN_POOL, name, "the GPU pool", known);
        }
        return pools.stream().filter(pool -> pool.name().equals(name.value())).findFirst();
    }

    private void unknown(Code code, Setting<String> name, String what, Collection<String> known) {
        problems.add(code, name.at(), what + " `" + name.value() + "` is not known", Nearest.hint(name.value(), known));
    }

    private <T> void refuseRepeats(
            List<T> things, Function<T, Setting<String>> name, Function<String, String> canonical, String what) {
        Set<String> seen = new HashSet<>();
        for (T thing : things) {
            Setting<String> named = name.apply(thing);
            if (!seen.add(canonical.apply(named.value()))) {
                problems.add(
                        Code.REPEATED_NAME,
                        named.at(),
                        what + " `" + named.value() + "` stands twice in this environment",
                        "keep one of them");
            }
        }
    }
}
