package dev.berth.plan.placement;

import dev.berth.model.Gib;
import java.util.Collection;
import java.util.List;

/**
 * The memory that one replica has.
 *
 * @param capacity of one GPU, or of one replica's part of it
 * @param headroom share of the free memory that Ollama fills with a further model
 */
public record GpuRoom(Gib capacity, double headroom) {

    /** Whether all of them stay loaded, the largest loaded first. */
    public boolean holds(Collection<Tenant> tenants) {
        Gib used = new Gib(0);
        for (Tenant tenant : Tenant.inLoadOrder(tenants)) {
            if (!takes(used, tenant)) {
                return false;
            }
            used = used.plus(tenant.residency());
        }
        return true;
    }

    public boolean holdsAlone(Tenant tenant) {
        return holds(List.of(tenant));
    }

    /** Whether a model that somebody asks for finds room beside those that stay. */
    public boolean takesBeside(Collection<Tenant> homes, Tenant guest) {
        return holds(homes) && takes(Tenant.total(Tenant.inLoadOrder(homes)), guest);
    }

    /** Those of the guests that find room, one at a time. */
    List<Tenant> guestsBeside(Collection<Tenant> homes, Collection<Tenant> guests) {
        return guests.stream().filter(guest -> takesBeside(homes, guest)).toList();
    }

    /** Ollama starts the first model whatever it needs, each further one by its own prediction. */
    boolean takes(Gib used, Tenant next) {
        double left = capacity.amount() - used.amount();
        boolean started = used.amount() == 0 || next.predicted().amount() <= headroom * left;
        return started && next.residency().amount() <= left;
    }
}
