package dev.berth.plan.placement;

import dev.berth.model.Gib;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Homes for models that are kept always. It depends on their memory alone, never on the order of the input.
 *
 * @param ordinals what each replica keeps, the lightest first
 */
public record HomePlacement(List<HomeSet> ordinals) {

    /** Up to so many tenants every partition is weighed; beyond it takes too long. */
    static final int WEIGHED = 10;

    private static final Comparator<HomeSet> LIGHTEST_FIRST =
            Comparator.comparing((HomeSet set) -> Tenant.total(set.homes())).thenComparing(HomeSet::toString);

    /**
     * On the fewest replicas that hold them, but no fewer than asked for while each has a home; empty where one of the
     * tenants is too large.
     */
    public static Optional<HomePlacement> atLeast(
            int ordinals, Collection<Tenant> tenants, Collection<Tenant> guests, GpuRoom room) {
        Partition partition = partition(tenants, guests, room);
        Gib all = Tenant.total(tenants);
        int least = (int) Math.floor(all.amount() / room.capacity().amount());
        int first = Math.min(Math.max(ordinals, least), tenants.size());
        return IntStream.rangeClosed(first, tenants.size())
                .mapToObj(partition::into)
                .flatMap(Optional::stream)
                .findFirst()
                .map(parts -> of(parts, guests, room));
    }

    static Partition partition(Collection<Tenant> tenants, Collection<Tenant> guests, GpuRoom room) {
        List<Tenant> inLoadOrder = Tenant.inLoadOrder(tenants);
        return tenants.size() <= WEIGHED
                ? new ExactPartition(inLoadOrder, List.copyOf(guests), room)
                : new GreedyPartition(inLoadOrder, room);
    }

    private static HomePlacement of(List<List<Tenant>> parts, Collection<Tenant> guests, GpuRoom room) {
        List<Tenant> byName =
                guests.stream().sorted(Comparator.comparing(Tenant::name)).toList();
        return new HomePlacement(parts.stream()
                .map(part -> new HomeSet(Tenant.inLoadOrder(part), room.guestsBeside(part, byName)))
                .sorted(LIGHTEST_FIRST)
                .toList());
    }

    /** Of one replica. */
    public int mostHomes() {
        return ordinals.stream().mapToInt(set -> set.homes().size()).max().orElse(0);
    }

    /** {@code {phi3.5:3.8b, gemma2:2b}, {llama3.1:8b, mistral:7b}}. */
    @Override
    public String toString() {
        return String.join(", ", ordinals.stream().map(HomeSet::toString).toList());
    }
}
