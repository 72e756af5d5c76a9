package dev.berth.plan.quota;

import dev.berth.plan.decision.Decision;
import java.util.List;

/**
 * What an environment and those beside it need of the quotas that it counts against.
 *
 * @param accepted needed vCPUs of each quota that a value file states, which is enough
 * @param notStated quotas that no value file states: nobody checked them
 */
public record QuotaPlan(List<Decision<Integer>> accepted, List<NotStated> notStated) {

    /** Of an environment whose neighbours nobody looked at. */
    public static final QuotaPlan UNCHECKED = new QuotaPlan(List.of(), List.of());

    /** A quota of which only Azure knows how much there is. */
    public record NotStated(String region, String quota) {}
}
