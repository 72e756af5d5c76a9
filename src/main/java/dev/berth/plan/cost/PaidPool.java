package dev.berth.plan.cost;

import dev.berth.model.Count;
import dev.berth.model.Range;
import dev.berth.model.Setting;
import dev.berth.model.Usd;
import dev.berth.plan.decision.Decision;
import java.util.Optional;

/**
 * A pool as it is paid for, in each region.
 *
 * @param size an Azure VM size of the catalogue
 * @param spotHourly price of a spot node; absent for nodes at the list price
 * @param floor nodes that run at the least
 * @param ceiling nodes that run at the most
 * @param expected nodes on average; absent where nobody stated a demand
 */
public record PaidPool(
        String name,
        String size,
        Optional<Setting<Usd>> spotHourly,
        Decision<Integer> floor,
        Decision<Integer> ceiling,
        Optional<Decision<Range<Count>>> expected) {

    /** A pool at the list price whose demand nobody stated. */
    public static PaidPool listed(String name, String size, Decision<Integer> floor, Decision<Integer> ceiling) {
        return new PaidPool(name, size, Optional.empty(), floor, ceiling, Optional.empty());
    }

    boolean isSteady() {
        return floor.value().equals(ceiling.value());
    }
}
