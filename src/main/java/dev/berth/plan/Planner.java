package dev.berth.plan;

import dev.berth.catalog.Catalog;
import dev.berth.catalog.Fact;
import dev.berth.catalog.PlatformFacts.ColdStart;
import dev.berth.catalog.PlatformFacts.ScalingRate;
import dev.berth.model.Count;
import dev.berth.model.Environment;
import dev.berth.model.Gib;
import dev.berth.model.Group;
import dev.berth.model.KvCacheType;
import dev.berth.model.Seconds;
import dev.berth.model.Setting;
import dev.berth.plan.decision.Decision;
import dev.berth.source.Problem;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Derives a {@link Plan}: names first, then models, groups, pools and what is shared. */
public final class Planner {

    private final Catalog catalog;

    public Planner(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The plan, or everything that stands in its way; warnings that are not waived come with it. */
    public Result<Plan> plan(Environment environment) {
        Problems found = new Problems();
        Resolved resolved = Resolver.resolve(environment, catalog, found);
        ModelFit fit =
                new ModelFit(catalog, environment.azure().regions().get(0).value());
        List<GroupPlan> groups = resolved.groups().stream()
                .map(group -> group(group, fit, found))
                .toList();
        PoolCost cost = new PoolCost(environment, catalog);
        List<PoolPlan> pools = resolved.pools().stream()
                .map(pool -> pool(pool, groups, cost, found))
                .toList();
        List<ModelPlan> models =
                groups.stream().flatMap(group -> group.models().stream()).toList();
        Decision<Gib> share = ShareSize.of(environment, models, catalog.platform(), found);
        WebUiPlan webUi = new WebUiPlanner(catalog).plan(environment.webUi(), found);
        CpuPoolPlanner cpuPools = new CpuPoolPlanner(environment, catalog, cost);
        CpuPoolPlan system = cpuPools.system(found);
        CpuPoolPlan apps = cpuPools.apps(webUi, found);
        AzurePlan azure = new AzurePlanner(catalog).plan(environment.azure().regions(), system, apps, pools);
        Waivers waivers = Waivers.apply(environment, found.toList());
        Problems remaining = new Problems();
        remaining.addAll(waivers.remaining());
        if (remaining.hasErrors()) {
            // A warning beside an error is mostly its consequence: it comes back if it is still true afterwards.
            return new Result.Failed<>(
                    remaining.toList().stream().filter(Problem::isError).toList());
        }
        return remaining.result(() -> new Plan(
                environment,
                catalog.platform(),
                catalog.ollama(),
                groups,
                pools,
                system,
                apps,
                webUi,
                catalog.workloads(),
                catalog.upstream(),
                share,
                drain(),
                gpuStartLimit(),
                azure,
                waivers.used()));
    }

    private Decision<Seconds> drain() {
        Fact<Seconds> fact = catalog.platform().drain();
        return Decision.derived("drain", fact.value(), fact.value().toString())
                .from(fact, "drain")
                .by("assumed: by then most answers are written");
    }

    private Decision<Seconds> gpuStartLimit() {
        ColdStart start = catalog.platform().coldStart();
        Fact<Double> margin = catalog.platform().startMargin();
        Seconds longest = start.node().high().plus(start.image().high());
        Seconds limit = new Seconds(Math.ceil(longest.times(margin.value()).amount() / 300) * 300);
        return Decision.derived("gpuStartLimit", limit, limit.toString())
                .from(start.citation(), "GPU node", start.node())
                .from(start.citation(), "image", start.image())
                .from(margin, "margin")
                .by("(node " + start.node().high() + " + image " + start.image().high() + ") x "
                        + new Count(margin.value()).digits(1) + ", whole 5 minutes");
    }

    private GroupPlan group(Resolved.ServingGroup resolved, ModelFit fit, Problems found) {
        String id = "group." + resolved.group().name() + ".";
        ModelNeeds needs = new ModelNeeds(catalog.ollama());
        List<ModelPlan> models = resolved.models().stream()
                .map(model -> needs.of(model, resolved.pool()))
                .toList();
        models.forEach(model -> fit.check(model, resolved, found));
        ReplicaBounds replicas = ReplicaBounds.of(resolved, models, found);
        PodRequests requests = PodRequests.of(resolved, catalog.platform().daemonSetReserve(), found);
        return new GroupPlan(
                resolved.group(),
                resolved.pool().name(),
                models,
                Decision.of(
                        id + "slots",
                        resolved.group().slots(),
                        ModelNeeds.requests(resolved.group().slots().value())),
                kvCacheType(id, resolved.group()),
                replicas.homeReplicas(),
                replicas.min(),
                replicas.max(),
                contextLength(id, models),
                loadedModels(id, replicas),
                requests.cpu(),
                requests.memory(),
                IdleMemory.of(resolved, models, replicas, catalog.platform().hpaTolerance(), found),
                ScalingTargets.of(resolved.group()),
                rate(id + "scaleUp", catalog.platform().scaleUp()),
                rate(id + "scaleDown", catalog.platform().scaleDown()));
    }

    private static Decision<String> kvCacheType(String id, Group group) {
        Setting<String> type = group.kvCache().map(KvCacheType::key);
        return Decision.of(id + "kvCacheType", type, type.value());
    }

    private static Decision<Integer> contextLength(String id, List<ModelPlan> models) {
        List<Decision<Integer>> contexts =
                models.stream().map(ModelPlan::context).toList();
        int least = contexts.stream()
                .map(Decision::value)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return Decision.derived(id + "contextLength", least, least + " tokens")
                .fromAll(contexts)
                .by("the least context of the group's models; a model with more is created with its own");
    }

    private static Decision<Integer> loadedModels(String id, ReplicaBounds replicas) {
        int most = replicas.homes().mostModels();
        return Decision.derived(id + "loadedModels", most + 1, most + 1 + " models")
                .from(replicas.homeReplicas())
                .by("models at home on one replica, at most " + most + ", + 1 on demand");
    }

    static Decision<ScalingRate> rate(String id, ScalingRate rate) {
        return Decision.derived(id, rate, rate.toString())
                .from(rate.citation(), "behaviour", rate)
                .by("the architecture document's behaviour");
    }

    private PoolPlan pool(Resolved.Pool pool, List<GroupPlan> groups, PoolCost cost, Problems found) {
        List<GroupPlan> here = new ArrayList<>(groups);
        here.removeIf(group -> !group.pool().equals(pool.name()));
        NodeCounts nodes = NodeCounts.of(pool, here, found);
        cost.check(pool.pool().size(), catalog.gpuSizes().keySet(), found);
        String id = "pool." + pool.name() + ".cost.";
        return new PoolPlan(
                pool.pool(),
                pool.size(),
                pool.replicaMemory(),
                nodes.min(),
                nodes.max(),
                nodes.floor(),
                cost.of(id + "floor", pool.size().name(), nodes.floor()),
                cost.of(id + "ceiling", pool.size().name(), nodes.max()));
    }
}
