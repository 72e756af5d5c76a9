package dev.berth.plan;

import dev.berth.catalog.Catalog;
import dev.berth.catalog.PlatformFacts.ScalingRate;
import dev.berth.model.Environment;
import dev.berth.model.Gib;
import dev.berth.model.Group;
import dev.berth.model.KvCacheType;
import dev.berth.model.Setting;
import dev.berth.plan.cost.CostPlan;
import dev.berth.plan.cost.CostPlanner;
import dev.berth.plan.cost.NodePrices;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.demand.ServedModel;
import dev.berth.plan.quota.QuotaPlan;
import dev.berth.plan.start.StartPlan;
import dev.berth.plan.start.StartPlanner;
import dev.berth.source.Problem;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

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
        NodePrices prices = new NodePrices(environment, catalog);
        List<PoolPlan> pools = resolved.pools().stream()
                .map(pool -> pool(pool, groups, prices, found))
                .toList();
        List<ModelPlan> models =
                groups.stream().flatMap(group -> group.models().stream()).toList();
        Decision<Gib> share = ShareSize.of(environment, models, catalog.platform(), found);
        WebUiPlan webUi = new WebUiPlanner(catalog).plan(environment.webUi(), served(models), found);
        CpuPoolPlanner cpuPools = new CpuPoolPlanner(environment, catalog, prices);
        CpuPoolPlan system = cpuPools.system(found);
        CpuPoolPlan apps = cpuPools.apps(webUi, found);
        StartPlan start = new StartPlanner(catalog).plan(environment, Starting.groups(groups, pools), Map.of(), found);
        AzurePlan azure = new AzurePlanner(catalog)
                .plan(environment.azure().regions(), system, apps, pools, start.shareThroughput());
        CostPlan cost = new CostPlanner(environment, catalog)
                .plan(new PaidThings(pools, system, apps, share, webUi, azure, Map.of(), List.of()).paid(), found);
        SpotHomes.check(groups, pools, found);
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
                start,
                azure,
                cost,
                QuotaPlan.UNCHECKED,
                waivers.used()));
    }

    private static List<ServedModel> served(List<ModelPlan> models) {
        return models.stream()
                .map(model -> new ServedModel(model.request(), model.model()))
                .toList();
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

    private PoolPlan pool(Resolved.Pool pool, List<GroupPlan> groups, NodePrices prices, Problems found) {
        List<GroupPlan> here = new ArrayList<>(groups);
        here.removeIf(group -> !group.pool().equals(pool.name()));
        NodeCounts nodes = NodeCounts.of(pool, here, found);
        prices.check(pool.pool().size(), catalog.gpuSizes().keySet(), found);
        return new PoolPlan(pool.pool(), pool.size(), pool.replicaMemory(), nodes.min(), nodes.max(), nodes.floor());
    }
}
