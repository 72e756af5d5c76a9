package dev.berth.plan;

import dev.berth.catalog.OllamaFacts;
import dev.berth.catalog.PlatformFacts;
import dev.berth.catalog.UpstreamFacts;
import dev.berth.catalog.Workload;
import dev.berth.model.Environment;
import dev.berth.model.Gib;
import dev.berth.model.Usd;
import dev.berth.model.Waiver;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.start.StartPlan;
import dev.berth.plan.start.Timeouts;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What one environment will be.
 *
 * @param pools with GPUs
 * @param workloads what runs beside the models and Open WebUI, by name
 * @param upstream the charts of others
 * @param shareSize size of the share that holds the model files
 * @param start how long starts take, and the timeouts that follow from it
 * @param azure what is deployed around the models
 * @param waived warnings that were found and that a waiver silences
 */
public record Plan(
        Environment environment,
        PlatformFacts platform,
        OllamaFacts ollama,
        List<GroupPlan> groups,
        List<PoolPlan> pools,
        CpuPoolPlan systemPool,
        CpuPoolPlan appsPool,
        WebUiPlan webUi,
        SortedMap<String, Workload> workloads,
        UpstreamFacts upstream,
        Decision<Gib> shareSize,
        StartPlan start,
        AzurePlan azure,
        List<Waiver> waived) {

    /** All models, group by group. */
    public List<ModelPlan> models() {
        return groups.stream().flatMap(group -> group.models().stream()).toList();
    }

    /** GPU nodes of all pools for a month when every group is at its smallest. */
    public Usd gpuFloor() {
        return pools.stream().map(pool -> pool.floorCost().value()).reduce(new Usd(0), Usd::plus);
    }

    /** GPU nodes of all pools for a month when every pool is at its largest. */
    public Usd gpuCeiling() {
        return pools.stream().map(pool -> pool.ceilingCost().value()).reduce(new Usd(0), Usd::plus);
    }

    public Timeouts timeouts() {
        return start.timeouts();
    }

    /** Every decision by its public id. */
    public SortedMap<String, Decision<?>> decisions() {
        TreeMap<String, Decision<?>> all = new TreeMap<>();
        groups.forEach(group -> group.decisions().forEach(decision -> all.put(decision.id(), decision)));
        pools.forEach(pool -> pool.decisions().forEach(decision -> all.put(decision.id(), decision)));
        Stream.of(
                        systemPool.decisions(),
                        appsPool.decisions(),
                        webUi.decisions(),
                        azure.decisions(),
                        start.decisions(),
                        List.of(shareSize))
                .flatMap(List::stream)
                .forEach(decision -> all.put(decision.id(), decision));
        return Collections.unmodifiableSortedMap(all);
    }
}
