package dev.berth.plan.quota;

import dev.berth.catalog.Fact;
import dev.berth.model.Quota;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.quota.QuotaPlan.Accepted;
import dev.berth.plan.quota.QuotaPlan.NotStated;
import dev.berth.source.Code;
import dev.berth.source.Problems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Adds up what all environments of a subscription may need, quota by quota. */
public final class QuotaCheck {

    private final List<Claim> claims;
    private final Fact<Integer> surge;
    private final Problems problems;

    /**
     * @param claims of all environments of the subscription
     * @param surge nodes that an upgrade adds to a pool that is not of spot nodes
     */
    public QuotaCheck(List<Claim> claims, Fact<Integer> surge, Problems problems) {
        this.claims = claims;
        this.surge = surge;
        this.problems = problems;
    }

    /** The quotas that one environment counts against. */
    public QuotaPlan of(String environment, List<Quota> stated) {
        List<Accepted> accepted = new ArrayList<>();
        List<NotStated> notStated = new ArrayList<>();
        for (String region : regionsOf(environment)) {
            for (String name : quotasOf(environment, region)) {
                Sum sum = sum(region, name);
                Optional<Quota> quota = stated.stream()
                        .filter(known ->
                                known.region().equals(region) && known.family().equals(name))
                        .findFirst();
                quota.ifPresentOrElse(
                        known -> accepted.add(new Accepted(known, decision(environment, known, sum))),
                        () -> notStated.add(new NotStated(region, name)));
                quota.filter(known -> known.vcpus().value() < sum.total()).ifPresent(known -> exceeded(known, sum));
            }
        }
        return new QuotaPlan(List.copyOf(accepted), List.copyOf(notStated));
    }

    private SortedSet<String> regionsOf(String environment) {
        return claims.stream()
                .filter(claim -> claim.environment().equals(environment))
                .map(Claim::region)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private SortedSet<String> quotasOf(String environment, String region) {
        return claims.stream()
                .filter(claim -> claim.environment().equals(environment)
                        && claim.region().equals(region))
                .flatMap(claim -> claim.quotas().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** @param surge of the one upgrade that takes most */
    private record Sum(List<Claim> claims, int surge) {

        int total() {
            return claims.stream().mapToInt(Claim::most).sum() + surge;
        }

        /** {@code prod/gpu 5 x 4 + staging/gpu 2 x 4 + 4 while a pool is upgraded}. */
        String terms() {
            return claims.stream().map(Claim::term).collect(Collectors.joining(" + "))
                    + (surge == 0 ? "" : " + " + surge + " while a pool is upgraded");
        }

        Claim largest() {
            return claims.stream().max(Comparator.comparingInt(Claim::most)).orElseThrow();
        }
    }

    private Sum sum(String region, String quota) {
        List<Claim> here = claims.stream()
                .filter(claim -> claim.isOn(region, quota))
                .sorted(Comparator.comparing(Claim::environment).thenComparing(Claim::pool))
                .toList();
        return new Sum(here, here.stream().mapToInt(Claim::surgeVcpus).max().orElse(0));
    }

    private Decision<Integer> decision(String environment, Quota quota, Sum sum) {
        String id = "quota." + quota.region() + "." + quota.family();
        return Decision.derived(
                        id, sum.total(), sum.total() + " of " + quota.vcpus().value() + " vCPUs")
                .from(quota.vcpus())
                .fromAll(sum.claims().stream()
                        .map(claim -> claim.in(environment))
                        .toList())
                .from(surge, "surge")
                .by(sum.terms() + " = " + sum.total());
    }

    private void exceeded(Quota quota, Sum sum) {
        Claim largest = sum.largest();
        problems.add(
                Code.QUOTA_EXCEEDED,
                quota.vcpus().at(),
                "`" + quota.family() + "` in `" + quota.region() + "` is "
                        + quota.vcpus().value() + ", the environments of the subscription may need " + sum.total()
                        + ": " + sum.terms(),
                "request " + sum.total() + " of Azure and write that here, or let pools grow less: `" + largest.pool()
                        + "` of " + largest.environment() + " takes most");
    }
}
