package dev.berth.plan;

import dev.berth.catalog.OllamaFacts;
import dev.berth.catalog.PlatformFacts;
import dev.berth.catalog.UpstreamFacts;
import dev.berth.catalog.Workload;
import dev.berth.model.Count;
import dev.berth.model.Environment;
import dev.berth.model.Gib;
import dev.berth.model.Range;
import dev.berth.model.Usd;
import dev.berth.model.Waiver;
import dev.berth.plan.azure.AzurePlan;
import dev.berth.plan.cost.CostLine;
import dev.berth.plan.cost.CostPlan;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.decision.Input;
import dev.berth.plan.demand.ModelDemand;
import dev.berth.plan.group.GroupPlan;
import dev.berth.plan.group.LoadSignal;
import dev.berth.plan.memory.ModelPlan;
import dev.berth.plan.nodes.CpuPoolPlan;
import dev.berth.plan.nodes.PoolPlan;
import dev.berth.plan.quota.QuotaPlan;
import dev.berth.plan.routing.RouterPlan;
import dev.berth.plan.start.StartPlan;
import dev.berth.plan.start.Timeouts;
import dev.berth.plan.webui.WebUiPlan;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What one environment will be.
 *
 * @param demand what is asked of each model, and how fast it answers
 * @param pools with GPUs
 * @param expectedNodes of them on average, by name; those for which nobody stated a demand have none
 * @param router in front of the models; absent where Kubernetes spreads the requests
 * @param workloads what runs beside the models and Open WebUI, by name
 * @param upstream the charts of others
 * @param shareSize size of the share that holds the model files
 * @param start how long starts take, and the timeouts that follow from it
 * @param loads how loads of models are seen, by group
 * @param azure what is deployed around the models
 * @param quota what this environment and those of the same subscription may use
 * @param waived warnings that were found and that a waiver silences
 */
public record Plan(
        Environment environment,
        PlatformFacts platform,
        OllamaFacts ollama,
        List<GroupPlan> groups,
        List<ModelDemand> demand,
        List<PoolPlan> pools,
        SortedMap<String, Decision<Range<Count>>> expectedNodes,
        CpuPoolPlan systemPool,
        CpuPoolPlan appsPool,
        WebUiPlan webUi,
        Optional<RouterPlan> router,
        SortedMap<String, Workload> workloads,
        UpstreamFacts upstream,
        Decision<Gib> shareSize,
        StartPlan start,
        SortedMap<String, LoadSignal> loads,
        AzurePlan azure,
        CostPlan cost,
        QuotaPlan quota,
        List<Waiver> waived) {

    /** All models, group by group. */
    public List<ModelPlan> models() {
        return groups.stream().flatMap(group -> group.models().stream()).toList();
    }

    /** The pool that a group runs on. */
    public PoolPlan pool(GroupPlan group) {
        return PoolPlan.of(group, pools);
    }

    /** GPU nodes of all pools for a month when every group is at its smallest. */
    public Usd gpuFloor() {
        return gpuCost(CostLine::floor);
    }

    /** GPU nodes of all pools for a month when every pool is at its largest. */
    public Usd gpuCeiling() {
        return gpuCost(CostLine::ceiling);
    }

    private Usd gpuCost(Function<CostLine, Decision<Range<Usd>>> state) {
        return pools.stream()
                .map(pool -> state.apply(cost.pool(pool.name())).value().mid())
                .reduce(new Usd(0), Usd::plus);
    }

    /** This plan, its quotas checked. */
    Plan with(QuotaPlan checked) {
        return new Plan(
                environment,
                platform,
                ollama,
                groups,
                demand,
                pools,
                expectedNodes,
                systemPool,
                appsPool,
                webUi,
                router,
                workloads,
                upstream,
                shareSize,
                start,
                loads,
                azure,
                cost,
                checked,
                waived);
    }

    public Timeouts timeouts() {
        return start.timeouts();
    }

    /** Every decision by its public id, with all that went into one. */
    public SortedMap<String, Decision<?>> decisions() {
        TreeMap<String, Decision<?>> all = new TreeMap<>();
        everyDecision().forEach(decision -> all.put(decision.id(), decision));
        List.copyOf(all.values()).forEach(decision -> addCauses(decision, all));
        return Collections.unmodifiableSortedMap(all);
    }

    private static void addCauses(Decision<?> decision, SortedMap<String, Decision<?>> all) {
        for (Input input : decision.inputs()) {
            if (input instanceof Input.FromDecision from
                    && all.putIfAbsent(from.decision().id(), from.decision()) == null) {
                addCauses(from.decision(), all);
            }
        }
    }

    /** What the parts of the plan hold; causes of theirs may not be among them. */
    Stream<Decision<?>> everyDecision() {
        return Stream.of(
                        groups.stream().flatMap(group -> group.decisions().stream()),
                        loads.values().stream().flatMap(load -> load.decisions().stream()),
                        demand.stream().flatMap(model -> model.decisions().stream()),
                        pools.stream().flatMap(pool -> pool.decisions().stream()),
                        systemPool.decisions().stream(),
                        appsPool.decisions().stream(),
                        webUi.decisions().stream(),
                        router.stream().flatMap(plan -> plan.decisions().stream()),
                        azure.decisions().stream(),
                        cost.decisions().stream(),
                        quota.accepted().stream().map(QuotaPlan.Accepted::needed),
                        start.decisions().stream(),
                        Stream.of(shareSize))
                .flatMap(decisions -> decisions);
    }
}
