package dev.berth.plan;

import dev.berth.catalog.AzureFacts.ShareSpeed;
import dev.berth.model.Count;
import dev.berth.model.Gib;
import dev.berth.model.Range;
import dev.berth.plan.azure.AzurePlan;
import dev.berth.plan.cost.ModelUse;
import dev.berth.plan.cost.Paid;
import dev.berth.plan.cost.PaidPool;
import dev.berth.plan.cost.PaidShare;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.nodes.CpuPoolPlan;
import dev.berth.plan.nodes.PoolPlan;
import dev.berth.plan.webui.WebUiPlan;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What of a plan is paid for.
 *
 * @param expectedNodes of the pools on average, by name
 * @param uses of the models that people ask
 */
record PaidThings(
        List<PoolPlan> pools,
        CpuPoolPlan system,
        CpuPoolPlan apps,
        Decision<Gib> shareSize,
        WebUiPlan webUi,
        AzurePlan azure,
        SortedMap<String, Decision<Range<Count>>> expectedNodes,
        List<ModelUse> uses) {

    Paid paid() {
        return new Paid(
                pools.stream().map(this::paid).toList(), paid(system), paid(apps), List.of(models(), uploads()), uses);
    }

    private PaidShare models() {
        return new PaidShare(
                "models",
                shareSize,
                azure.modelsIops().value(),
                azure.modelsThroughput().value().whole(),
                List.of(azure.modelsIops(), azure.modelsThroughput()));
    }

    private PaidShare uploads() {
        ShareSpeed speed = azure.webuiShare().value();
        return new PaidShare(
                "uploads", webUi.shareSize(), speed.iops(), speed.throughputMibps(), List.of(azure.webuiShare()));
    }

    private PaidPool paid(PoolPlan pool) {
        return new PaidPool(
                pool.name(),
                pool.size().name(),
                pool.pool().spotHourly(),
                pool.floorNodes(),
                pool.maxNodes(),
                Optional.ofNullable(expectedNodes.get(pool.name())));
    }

    private static PaidPool paid(CpuPoolPlan pool) {
        return PaidPool.listed(pool.name(), pool.size().name(), pool.minNodes(), pool.maxNodes());
    }
}
