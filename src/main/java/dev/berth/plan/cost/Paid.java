package dev.berth.plan.cost;

import java.util.List;

/** Everything of an environment that is paid for; what is not listed here is not of its own choosing. */
public record Paid(
        List<PaidPool> gpuPools, PaidPool system, PaidPool apps, List<PaidShare> shares, List<ModelUse> models) {}
