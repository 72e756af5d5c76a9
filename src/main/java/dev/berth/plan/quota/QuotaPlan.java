package dev.berth.plan.quota;

import dev.berth.model.Quota;
import dev.berth.plan.decision.Decision;
import java.util.List;

/**
 * What an environment and those beside it need of the quotas that it counts against.
 *
 * @param accepted quotas that a value file states, and that are enough
 * @param notStated quotas that no value file states: nobody checked them
 */
public record QuotaPlan(List<Accepted> accepted, List<NotStated> notStated) {

    /** Of an environment whose neighbours nobody looked at. */
    public static final QuotaPlan UNCHECKED = new QuotaPlan(List.of(), List.of());

    /** @param needed vCPUs */
    public record Accepted(Quota quota, Decision<Integer> needed) {}

    /** A quota of which only Azure knows how much there is. */
    public record NotStated(String region, String quota) {}
}
