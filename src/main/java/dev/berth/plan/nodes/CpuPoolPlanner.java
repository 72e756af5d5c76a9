package dev.berth.plan.nodes;

import dev.berth.catalog.Catalog;
import dev.berth.catalog.Fact;
import dev.berth.catalog.VmSize;
import dev.berth.catalog.Workload;
import dev.berth.model.CpuPools;
import dev.berth.model.CpuPools.AppsPool;
import dev.berth.model.CpuPools.SystemPool;
import dev.berth.model.Environment;
import dev.berth.model.Setting;
import dev.berth.plan.cost.NodePrices;
import dev.berth.plan.decision.Counted;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.webui.WebUiPlan;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Derives the pools without GPUs. */
public final class CpuPoolPlanner {

    private final CpuPools pools;
    private final Catalog catalog;
    private final Collection<Workload> workloads;
    private final NodePrices prices;

    /** @param workloads what runs beside the models and Open WebUI */
    public CpuPoolPlanner(Environment environment, Catalog catalog, Collection<Workload> workloads, NodePrices prices) {
        this.pools = environment.cpuPools();
        this.catalog = catalog;
        this.workloads = workloads;
        this.prices = prices;
    }

    public CpuPoolPlan system(Problems problems) {
        SystemPool pool = pools.system();
        VmSize size = size(pool.size());
        Fact<Integer> least = catalog.platform().systemPoolMinimum();
        if (size.vcpu() < least.value()) {
            problems.add(
                    Code.NODE_TOO_SMALL,
                    pool.size().at(),
                    "`" + size.name() + "` has " + size.vcpu() + " vCPUs, AKS wants " + least.value()
                            + " or more for its own pods",
                    "take a larger size");
        }
        Decision<Integer> nodes = Decision.of(
                "pool.system.nodes", pool.nodes(), Counted.nodes(pool.nodes().value()));
        return plan("system", pool.size(), nodes, nodes, problems);
    }

    /** @param router where there is one */
    public CpuPoolPlan apps(WebUiPlan webUi, Optional<Workload> router, Problems problems) {
        AppsPool pool = pools.apps();
        AppsNodes nodes = AppsNodes.of(
                size(pool.size()),
                pool.size(),
                pool.nodes(),
                webUi,
                Stream.concat(workloads.stream(), router.stream()).toList(),
                problems);
        return plan("apps", pool.size(), nodes.min(), nodes.max(), problems);
    }

    private CpuPoolPlan plan(
            String name, Setting<String> size, Decision<Integer> min, Decision<Integer> max, Problems problems) {
        prices.check(size, catalog.vmSizes().keySet(), problems);
        return new CpuPoolPlan(name, size(size), min, max);
    }

    /** Loading has seen to it that the size is known. */
    private VmSize size(Setting<String> name) {
        return Objects.requireNonNull(catalog.vmSizes().get(name.value()));
    }
}
