package dev.berth.plan;

import dev.berth.model.Gib;
import dev.berth.plan.cost.Paid;
import dev.berth.plan.cost.PaidPool;
import dev.berth.plan.cost.PaidShare;
import dev.berth.plan.decision.Decision;
import java.util.List;
import java.util.Optional;

/** What of a plan is paid for. */
record PaidThings(
        List<PoolPlan> pools,
        CpuPoolPlan system,
        CpuPoolPlan apps,
        Decision<Gib> shareSize,
        WebUiPlan webUi,
        AzurePlan azure) {

    Paid paid() {
        return new Paid(
                pools.stream().map(PaidThings::paid).toList(),
                paid(system),
                paid(apps),
                List.of(
                        new PaidShare("models", shareSize, azure.modelsShare()),
                        new PaidShare("uploads", webUi.shareSize(), azure.webuiShare())),
                List.of());
    }

    private static PaidPool paid(PoolPlan pool) {
        return new PaidPool(
                pool.name(),
                pool.size().name(),
                pool.pool().spotHourly(),
                pool.floorNodes(),
                pool.maxNodes(),
                Optional.empty());
    }

    private static PaidPool paid(CpuPoolPlan pool) {
        return PaidPool.listed(pool.name(), pool.size().name(), pool.minNodes(), pool.maxNodes());
    }
}
