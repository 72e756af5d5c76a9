package dev.berth.plan.cost;

import dev.berth.model.Range;
import dev.berth.model.Usd;
import dev.berth.plan.decision.Decision;
import java.util.List;

/**
 * What one thing costs in a month, over all regions.
 *
 * @param name as in {@code cost.<name>.floor}
 * @param floor when everything is at its smallest
 * @param expected as demand has it
 * @param ceiling when everything is at its largest
 */
public record CostLine(
        String name, Decision<Range<Usd>> floor, Decision<Range<Usd>> expected, Decision<Range<Usd>> ceiling) {

    /** Something that costs the same at all times. */
    static CostLine steady(String name, Decision<Range<Usd>> cost) {
        String reason = "the same at all times";
        return new CostLine(
                name,
                cost,
                Amount.like(id(name, "expected"), cost, reason),
                Amount.like(id(name, "ceiling"), cost, reason));
    }

    /** The name of the line of a pool. */
    public static String ofPool(String pool) {
        return "pool." + pool;
    }

    static String id(String name, String state) {
        return "cost." + name + "." + state;
    }

    List<Decision<?>> decisions() {
        return List.of(floor, expected, ceiling);
    }
}
