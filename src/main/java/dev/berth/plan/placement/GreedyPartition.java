package dev.berth.plan.placement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A good partition of more tenants than can be tried in every way: each in turn, the largest first, to the replica with
 * the fewest homes that takes it; where that comes to nothing to the emptiest, or to the first.
 */
final class GreedyPartition implements Partition {

    private static final Comparator<List<Tenant>> BY_NUMBER = Comparator.comparing(List::size);
    private static final Comparator<List<Tenant>> BY_MEMORY = Comparator.comparing(Tenant::total);

    private final List<Tenant> tenants;
    private final GpuRoom room;

    GreedyPartition(List<Tenant> inLoadOrder, GpuRoom room) {
        this.tenants = inLoadOrder;
        this.room = room;
    }

    @Override
    public Optional<List<List<Tenant>>> into(int replicas) {
        if (replicas > tenants.size()) {
            return Optional.empty();
        }
        return Stream.of(BY_NUMBER.thenComparing(BY_MEMORY), BY_MEMORY.thenComparing(BY_NUMBER))
                .flatMap(order -> worstFit(replicas, order).stream())
                .findFirst()
                .or(() -> firstFit(replicas).map(parts -> split(parts, replicas)));
    }

    private Optional<List<List<Tenant>>> worstFit(int replicas, Comparator<List<Tenant>> emptiest) {
        List<List<Tenant>> parts = new ArrayList<>(
                Stream.generate(List::<Tenant>of).limit(replicas).toList());
        for (Tenant tenant : tenants) {
            Optional<List<Tenant>> chosen = parts.stream()
                    .filter(part -> room.holds(with(part, tenant)))
                    .min(emptiest);
            if (chosen.isEmpty()) {
                return Optional.empty();
            }
            parts.set(parts.indexOf(chosen.get()), with(chosen.get(), tenant));
        }
        return Optional.of(parts);
    }

    /** On as few replicas as that gives, at most so many. */
    private Optional<List<List<Tenant>>> firstFit(int most) {
        List<List<Tenant>> parts = new ArrayList<>();
        for (Tenant tenant : tenants) {
            List<Tenant> part = parts.stream()
                    .filter(used -> room.holds(with(used, tenant)))
                    .findFirst()
                    .orElse(List.of());
            if (!part.isEmpty()) {
                parts.set(parts.indexOf(part), with(part, tenant));
            } else if (parts.size() < most && room.holds(List.of(tenant))) {
                parts.add(List.of(tenant));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(parts);
    }

    /** The replica with the most homes gives half of them away until there are enough replicas: fewer always fit. */
    private static List<List<Tenant>> split(List<List<Tenant>> parts, int replicas) {
        while (parts.size() < replicas) {
            List<Tenant> most =
                    parts.stream().max(BY_NUMBER.thenComparing(BY_MEMORY)).orElseThrow();
            int half = most.size() / 2;
            parts.set(parts.indexOf(most), most.subList(0, half));
            parts.add(most.subList(half, most.size()));
        }
        return parts;
    }

    private static List<Tenant> with(List<Tenant> part, Tenant tenant) {
        List<Tenant> larger = new ArrayList<>(part);
        larger.add(tenant);
        return larger;
    }
}
