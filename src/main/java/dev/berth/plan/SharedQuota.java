package dev.berth.plan;

import dev.berth.catalog.AzureFacts.QuotaNames;
import dev.berth.catalog.Catalog;
import dev.berth.catalog.Citation;
import dev.berth.catalog.Fact;
import dev.berth.model.Environment;
import dev.berth.model.Setting;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.quota.Claim;
import dev.berth.plan.quota.QuotaCheck;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Checks a plan against the quotas that all environments of its subscription share. */
public final class SharedQuota {

    private final QuotaNames names;
    private final Fact<Integer> surge;

    public SharedQuota(Catalog catalog) {
        this.names = catalog.azure().quotas();
        this.surge = catalog.azure().upgradeSurge();
    }

    /** Whether two environments share their quotas; those that name no subscription are taken to share one. */
    public static boolean areShared(Environment one, Environment other) {
        return subscription(one).equals(subscription(other));
    }

    private static Optional<String> subscription(Environment environment) {
        return environment.azure().subscription().map(Setting::value);
    }

    /**
     * The plan with its quotas, or those that are too small.
     *
     * @param all plans of the project, this one among them
     */
    public Result<Plan> check(Plan plan, Collection<Plan> all) {
        Environment environment = plan.environment();
        List<Claim> claims = all.stream()
                .filter(other -> areShared(environment, other.environment()))
                .flatMap(other -> claims(other).stream())
                .toList();
        Problems problems = new Problems();
        QuotaCheck check = new QuotaCheck(claims, surge, problems);
        Plan checked =
                plan.with(check.of(environment.name(), environment.azure().quota()));
        return problems.result(() -> checked);
    }

    private List<Claim> claims(Plan plan) {
        List<Claim> claims = new ArrayList<>();
        for (Setting<String> region : plan.environment().azure().regions()) {
            for (CpuPoolPlan pool : List.of(plan.systemPool(), plan.appsPool())) {
                claims.add(claim(
                        plan,
                        region,
                        pool.name(),
                        pool.size().family(),
                        pool.maxNodes(),
                        pool.size().vcpu(),
                        pool.size().citation()));
            }
            for (PoolPlan pool : plan.pools()) {
                claims.add(
                        pool.isSpot()
                                ? spotClaim(plan, region, pool)
                                : claim(
                                        plan,
                                        region,
                                        pool.name(),
                                        pool.size().family(),
                                        pool.maxNodes(),
                                        pool.size().vcpu(),
                                        pool.size().citation()));
            }
        }
        return claims;
    }

    private Claim claim(
            Plan plan,
            Setting<String> region,
            String pool,
            String family,
            Decision<Integer> nodes,
            int vcpus,
            Citation size) {
        return new Claim(
                plan.environment().name(),
                region.value(),
                pool,
                List.of(family, names.total()),
                nodes,
                vcpus,
                surge.value(),
                size);
    }

    /** Spot nodes have a quota of their own, and AKS upgrades them without further nodes. */
    private Claim spotClaim(Plan plan, Setting<String> region, PoolPlan pool) {
        return new Claim(
                plan.environment().name(),
                region.value(),
                pool.name(),
                List.of(names.spotTotal()),
                pool.maxNodes(),
                pool.size().vcpu(),
                0,
                pool.size().citation());
    }
}
