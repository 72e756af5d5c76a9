package dev.berth.plan.cost;

import dev.berth.catalog.Service;
import dev.berth.plan.decision.Decision;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an environment costs in a month, over all regions.
 *
 * @param total of the lines
 * @param notCounted what nobody knows a price of
 * @param models that have a demand, and what they cost
 */
public record CostPlan(List<CostLine> lines, CostLine total, List<NotCounted> notCounted, List<ModelCost> models) {

    /** A service without a price in some regions. */
    public record NotCounted(Service service, List<String> regions) {

        /** {@code database in westeurope and northeurope}. */
        @Override
        public String toString() {
            return service.key() + " in " + String.join(" and ", regions);
        }
    }

    /** The nodes of a pool. */
    public CostLine pool(String name) {
        return pool(name, lines);
    }

    static CostLine pool(String name, List<CostLine> lines) {
        return lines.stream()
                .filter(line -> line.name().equals(CostLine.ofPool(name)))
                .findFirst()
                .orElseThrow();
    }

    public List<Decision<?>> decisions() {
        return Stream.of(
                        lines.stream().flatMap(line -> line.decisions().stream()),
                        total.decisions().stream(),
                        models.stream().flatMap(model -> model.decisions().stream()))
                .<Decision<?>>flatMap(decisions -> decisions)
                .toList();
    }
}
