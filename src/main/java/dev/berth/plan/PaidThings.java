package dev.berth.plan;

import dev.berth.catalog.AzureFacts.ShareSpeed;
import dev.berth.model.Gib;
import dev.berth.plan.cost.Paid;
import dev.berth.plan.cost.PaidPool;
import dev.berth.plan.cost.PaidShare;
import dev.berth.plan.decision.Decision;
import java.util.List;

/**
 * What of a plan is paid for.
 *
 * @param usage what of it is used on average
 */
record PaidThings(
        List<PoolPlan> pools,
        CpuPoolPlan system,
        CpuPoolPlan apps,
        Decision<Gib> shareSize,
        WebUiPlan webUi,
        AzurePlan azure,
        Usage usage) {

    Paid paid() {
        return new Paid(
                pools.stream().map(this::paid).toList(),
                paid(system),
                paid(apps),
                List.of(models(), uploads()),
                usage.models());
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
                usage.expectedNodes(pool));
    }

    private static PaidPool paid(CpuPoolPlan pool) {
        return PaidPool.listed(pool.name(), pool.size().name(), pool.minNodes(), pool.maxNodes());
    }
}
