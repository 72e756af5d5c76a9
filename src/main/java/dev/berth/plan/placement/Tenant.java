package dev.berth.plan.placement;

import dev.berth.model.Gib;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * A model that takes a place in GPU memory.
 *
 * @param residency what it takes there, at most
 * @param predicted what Ollama believes that it will take
 */
public record Tenant(String name, Gib residency, Gib predicted) {

    /** The largest is loaded first: a small one still finds room beside it, a large one beside small ones may not. */
    private static final Comparator<Tenant> LOAD_ORDER = Comparator.comparing(Tenant::residency)
            .reversed()
            .thenComparing(Tenant::name)
            .thenComparing(Tenant::predicted);

    static List<Tenant> inLoadOrder(Collection<Tenant> tenants) {
        return tenants.stream().sorted(LOAD_ORDER).toList();
    }

    static Gib total(Collection<Tenant> tenants) {
        return tenants.stream().map(Tenant::residency).reduce(new Gib(0), Gib::plus);
    }
}
