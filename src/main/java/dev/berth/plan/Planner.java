package dev.berth.plan;

import dev.berth.catalog.Catalog;
import dev.berth.catalog.Workload;
import dev.berth.model.Count;
import dev.berth.model.Environment;
import dev.berth.model.Gib;
import dev.berth.model.Range;
import dev.berth.model.Seconds;
import dev.berth.plan.azure.AzurePlan;
import dev.berth.plan.azure.AzurePlanner;
import dev.berth.plan.cost.CostPlan;
import dev.berth.plan.cost.CostPlanner;
import dev.berth.plan.cost.NodePrices;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.demand.ModelDemand;
import dev.berth.plan.demand.WebUiTasks;
import dev.berth.plan.group.GroupPlan;
import dev.berth.plan.group.GroupPlanner;
import dev.berth.plan.group.LoadSignal;
import dev.berth.plan.group.ScheduleChecks;
import dev.berth.plan.memory.GroupMemory;
import dev.berth.plan.memory.MemoryPlanner;
import dev.berth.plan.memory.ModelPlan;
import dev.berth.plan.nodes.CpuPoolPlan;
import dev.berth.plan.nodes.CpuPoolPlanner;
import dev.berth.plan.nodes.NodeCounts;
import dev.berth.plan.nodes.PoolPlan;
import dev.berth.plan.nodes.SpotHomes;
import dev.berth.plan.quota.QuotaPlan;
import dev.berth.plan.resolve.Resolved;
import dev.berth.plan.resolve.Resolver;
import dev.berth.plan.routing.RouterPlan;
import dev.berth.plan.start.StartPlan;
import dev.berth.plan.start.StartPlanner;
import dev.berth.plan.storage.ShareSize;
import dev.berth.plan.webui.WebUiPlan;
import dev.berth.plan.webui.WebUiPlanner;
import dev.berth.source.Problem;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

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
        MemoryPlanner homes =
                new MemoryPlanner(catalog, environment.azure().regions().get(0).value());
        List<GroupMemory> memory = resolved.groups().stream()
                .map(group -> homes.plan(group, found))
                .toList();
        WebUiTasks tasks =
                WebUiTasks.of(DemandPlanner.served(memory), catalog.openWebUi().backgroundCalls());
        List<ModelDemand> demand = new DemandPlanner(environment, catalog).plan(memory, tasks);
        GroupPlanner groupPlanner = new GroupPlanner(environment, catalog);
        List<GroupPlan> groups = memory.stream()
                .map(group -> groupPlanner.plan(group, of(group, demand), found))
                .toList();
        NodePrices prices = new NodePrices(environment, catalog);
        List<PoolPlan> pools = resolved.pools().stream()
                .map(pool -> pool(pool, groups, prices, found))
                .toList();
        List<ModelPlan> models =
                groups.stream().flatMap(group -> group.models().stream()).toList();
        Decision<Gib> share = ShareSize.of(environment, models, catalog.platform(), found);
        WebUiPlan webUi = new WebUiPlanner(catalog).plan(environment.webUi(), tasks, found);
        SortedMap<String, Workload> workloads = new TreeMap<>(catalog.workloads());
        workloads.values().removeIf(workload -> !workload.isIn(environment));
        CpuPoolPlanner cpuPools = new CpuPoolPlanner(environment, catalog, workloads.values(), prices);
        CpuPoolPlan system = cpuPools.system(found);
        Optional<RouterPlan> router =
                Routers.of(environment, groups, catalog.platform().router());
        CpuPoolPlan apps = cpuPools.apps(webUi, router.map(RouterPlan::workload), found);
        StartPlan start = new StartPlanner(catalog)
                .plan(environment, Starting.groups(groups, pools), prompts(demand), answers(demand), found);
        AzurePlan azure = new AzurePlanner(catalog)
                .plan(environment.azure().regions(), system, apps, pools, start.shareThroughput());
        Usage usage = new Usage(catalog, groups, demand, start.timeouts().cronLead());
        SortedMap<String, Decision<Range<Count>>> expectedNodes = usage.expectedNodes(pools);
        CostPlan cost = new CostPlanner(environment, catalog)
                .plan(
                        new PaidThings(pools, system, apps, share, webUi, azure, expectedNodes, usage.models()).paid(),
                        found);
        ScheduleChecks.check(
                groups, start.timeouts().cronLead(), catalog.platform().clock().value(), found);
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
                demand,
                pools,
                expectedNodes,
                system,
                apps,
                webUi,
                router,
                Collections.unmodifiableSortedMap(workloads),
                catalog.upstream(),
                share,
                start,
                LoadSignal.of(groups, start, catalog.ollama()),
                azure,
                cost,
                QuotaPlan.UNCHECKED,
                waivers.used()));
    }

    private static List<ModelDemand> of(GroupMemory group, List<ModelDemand> all) {
        return all.stream()
                .filter(demand ->
                        group.models().stream().anyMatch(model -> model.name().equals(demand.model())))
                .toList();
    }

    private static List<Decision<Range<Seconds>>> answers(List<ModelDemand> demand) {
        return demand.stream().flatMap(model -> model.serviceTime().stream()).toList();
    }

    private static Map<String, Decision<Range<Seconds>>> prompts(List<ModelDemand> demand) {
        Map<String, Decision<Range<Seconds>>> prompts = new TreeMap<>();
        demand.forEach(model -> prompts.put(model.model(), model.promptTime()));
        return prompts;
    }

    private PoolPlan pool(Resolved.Pool pool, List<GroupPlan> groups, NodePrices prices, Problems found) {
        List<GroupPlan> here = new ArrayList<>(groups);
        here.removeIf(group -> !group.pool().equals(pool.name()));
        NodeCounts nodes = NodeCounts.of(pool, here, catalog.azure().mostNodes(), found);
        prices.check(pool.pool().size(), catalog.gpuSizes().keySet(), found);
        return new PoolPlan(pool.pool(), pool.size(), pool.replicaMemory(), nodes.min(), nodes.max(), nodes.floor());
    }
}
