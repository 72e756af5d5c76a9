package dev.berth.plan.placement;

import dev.berth.model.Gib;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Homes for models that are kept always or by schedule. It depends on their memory alone, never on the order of the input.
 *
 * @param lasting what each replica keeps that has a home of a model kept always, the lightest first
 * @param scheduled what each of the others keeps
 */
public record HomePlacement(List<HomeSet> lasting, List<HomeSet> scheduled) {

    public static final HomePlacement NONE = new HomePlacement(List.of(), List.of());

    /** Up to so many tenants every partition is weighed; beyond it takes too long. */
    static final int WEIGHED = 10;

    private static final Comparator<HomeSet> LIGHTEST_FIRST =
            Comparator.comparing((HomeSet set) -> Tenant.total(set.homes())).thenComparing(HomeSet::toString);

    /**
     * On the fewest replicas that hold them, but no fewer than asked for while each has a home; as few of these as can be
     * have a home of a model kept always. Empty where one of the tenants is too large.
     *
     * @param always of the tenants, those that are kept always
     */
    public static Optional<HomePlacement> atLeast(
            int ordinals,
            Collection<Tenant> tenants,
            Predicate<Tenant> always,
            Collection<Tenant> guests,
            GpuRoom room) {
        List<Tenant> lasting = tenants.stream().filter(always).toList();
        if (tenants.size() > WEIGHED && !lasting.isEmpty() && lasting.size() < tenants.size()) {
            return apart(
                    ordinals, lasting, tenants.stream().filter(always.negate()).toList(), guests, room);
        }
        Partition partition = partition(tenants, always, guests, room);
        Gib all = Tenant.total(tenants);
        int least = (int) Math.floor(all.amount() / room.capacity().amount());
        int first = Math.min(Math.max(ordinals, least), tenants.size());
        return IntStream.rangeClosed(first, tenants.size())
                .mapToObj(partition::into)
                .flatMap(Optional::stream)
                .findFirst()
                .map(parts -> of(parts, always, guests, room));
    }

    /** Too many to weigh which of them share a replica: those kept by schedule have replicas of their own. */
    private static Optional<HomePlacement> apart(
            int ordinals,
            Collection<Tenant> lasting,
            Collection<Tenant> scheduled,
            Collection<Tenant> guests,
            GpuRoom room) {
        return atLeast(ordinals, lasting, tenant -> true, guests, room)
                .flatMap(first -> atLeast(ordinals - first.lasting().size(), scheduled, tenant -> false, guests, room)
                        .map(then -> new HomePlacement(first.lasting(), then.scheduled())));
    }

    static Partition partition(
            Collection<Tenant> tenants, Predicate<Tenant> always, Collection<Tenant> guests, GpuRoom room) {
        List<Tenant> inLoadOrder = Tenant.inLoadOrder(tenants);
        return tenants.size() <= WEIGHED
                ? new ExactPartition(inLoadOrder, always, List.copyOf(guests), room)
                : new GreedyPartition(inLoadOrder, room);
    }

    private static HomePlacement of(
            List<List<Tenant>> parts, Predicate<Tenant> always, Collection<Tenant> guests, GpuRoom room) {
        List<Tenant> byName =
                guests.stream().sorted(Comparator.comparing(Tenant::name)).toList();
        List<HomeSet> sets = parts.stream()
                .map(part -> new HomeSet(Tenant.inLoadOrder(part), room.guestsBeside(part, byName)))
                .sorted(LIGHTEST_FIRST)
                .toList();
        Predicate<HomeSet> lasting = set -> set.homes().stream().anyMatch(always);
        return new HomePlacement(
                sets.stream().filter(lasting).toList(),
                sets.stream().filter(lasting.negate()).toList());
    }

    /** What each replica keeps, those that are always there first. */
    public List<HomeSet> ordinals() {
        return Stream.concat(lasting.stream(), scheduled.stream()).toList();
    }

    /** The same, with the replicas of a schedule in another order. */
    public HomePlacement scheduledBy(Comparator<HomeSet> order) {
        return new HomePlacement(lasting, scheduled.stream().sorted(order).toList());
    }

    /** Of one replica. */
    public int mostHomes() {
        return ordinals().stream().mapToInt(set -> set.homes().size()).max().orElse(0);
    }

    /** {@code {phi3.5:3.8b, gemma2:2b}, {llama3.1:8b, mistral:7b}}. */
    @Override
    public String toString() {
        return String.join(", ", ordinals().stream().map(HomeSet::toString).toList());
    }
}
