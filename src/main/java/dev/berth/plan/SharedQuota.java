package dev.berth.plan;

import dev.berth.catalog.AzureFacts.QuotaNames;
import dev.berth.catalog.Catalog;
import dev.berth.catalog.Fact;
import dev.berth.model.Environment;
import dev.berth.model.Setting;
import dev.berth.plan.nodes.CpuPoolPlan;
import dev.berth.plan.nodes.PoolPlan;
import dev.berth.plan.quota.Claim;
import dev.berth.plan.quota.QuotaCheck;
import dev.berth.source.Problems;
import dev.berth.source.Result;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
     * @param project plans of the project; another one of this environment is passed over
     */
    public Result<Plan> check(Plan plan, Collection<Plan> project) {
        Environment environment = plan.environment();
        Stream<Plan> others = project.stream()
                .filter(other -> !other.environment().name().equals(environment.name()))
                .filter(other -> areShared(environment, other.environment()));
        List<Claim> claims = Stream.concat(Stream.of(plan), others)
                .flatMap(sharing -> claims(sharing).stream())
                .toList();
        Problems problems = new Problems();
        QuotaCheck check = new QuotaCheck(claims, surge, problems);
        Plan checked =
                plan.with(check.of(environment.name(), environment.azure().quota()));
        return problems.result(() -> checked);
    }

    private List<Claim> claims(Plan plan) {
        List<Claim> claims = new ArrayList<>();
        String environment = plan.environment().name();
        for (Setting<String> region : plan.environment().azure().regions()) {
            claims.add(claim(plan.systemPool(), environment, region.value()));
            claims.add(claim(plan.appsPool(), environment, region.value()));
            plan.pools().forEach(pool -> claims.add(claim(pool, environment, region.value())));
        }
        return claims;
    }

    private Claim claim(CpuPoolPlan pool, String environment, String region) {
        return new Claim(
                environment,
                region,
                pool.name(),
                List.of(pool.size().family(), names.total()),
                pool.maxNodes(),
                pool.size().vcpu(),
                surge.value(),
                pool.size().citation());
    }

    /** Spot nodes have a quota of their own, and AKS upgrades them without further nodes. */
    private Claim claim(PoolPlan pool, String environment, String region) {
        return new Claim(
                environment,
                region,
                pool.name(),
                pool.isSpot() ? List.of(names.spotTotal()) : List.of(pool.size().family(), names.total()),
                pool.maxNodes(),
                pool.size().vcpu(),
                pool.isSpot() ? 0 : surge.value(),
                pool.size().citation());
    }
}
