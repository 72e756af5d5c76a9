package dev.berth.plan.placement;

import dev.berth.model.Gib;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The partition of least {@link Penalty}: by dynamic programming over subsets, for tenants few enough. A subset is the bit
 * pattern of its members' places in load order.
 */
final class ExactPartition implements Partition {

    private final List<Tenant> tenants;
    private final Penalty[] penalties;
    private final Split[][] best;

    ExactPartition(List<Tenant> inLoadOrder, Predicate<Tenant> always, List<Tenant> guests, GpuRoom room) {
        this.tenants = inLoadOrder;
        this.penalties = penalties(inLoadOrder, always, guests, room);
        this.best = new Split[tenants.size() + 1][penalties.length];
    }

    /** The first subset, and how the others are split. */
    private record Split(int first, int others, Penalty penalty) {
        static final Split IMPOSSIBLE = new Split(0, 0, Penalty.IMPOSSIBLE);
    }

    /** What speaks against a subset that shares a replica. A subset holds only if it does without the one loaded last. */
    private static Penalty[] penalties(
            List<Tenant> tenants, Predicate<Tenant> always, List<Tenant> guests, GpuRoom room) {
        Penalty[] penalties = new Penalty[1 << tenants.size()];
        Gib[] used = new Gib[penalties.length];
        int lasting = lasting(tenants, always);
        penalties[0] = new Penalty(0, 0, 0, 0);
        used[0] = new Gib(0);
        for (int subset = 1; subset < penalties.length; subset++) {
            int last = Integer.highestOneBit(subset);
            Tenant tenant = tenants.get(Integer.numberOfTrailingZeros(last));
            Gib before = used[subset ^ last];
            used[subset] = before.plus(tenant.residency());
            penalties[subset] = penalties[subset ^ last].isPossible() && room.takes(before, tenant)
                    ? penalty((subset & lasting) == 0 ? 0 : 1, Integer.bitCount(subset), used[subset], guests, room)
                    : Penalty.IMPOSSIBLE;
        }
        return penalties;
    }

    /** The subset of the tenants that are kept always. */
    private static int lasting(List<Tenant> tenants, Predicate<Tenant> always) {
        return IntStream.range(0, tenants.size())
                .filter(place -> always.test(tenants.get(place)))
                .map(place -> 1 << place)
                .sum();
    }

    private static Penalty penalty(int lasting, int homes, Gib used, List<Tenant> guests, GpuRoom room) {
        int leftOut = 0;
        for (Tenant guest : guests) {
            leftOut += room.takes(used, guest) ? 0 : 1;
        }
        // In whole MiB, so that the order of additions decides nothing.
        double mib = Math.rint(used.mib());
        return new Penalty(lasting, homes * homes, leftOut, mib * mib);
    }

    @Override
    public Optional<List<List<Tenant>>> into(int replicas) {
        if (replicas > tenants.size() || replicas == 0) {
            return replicas == tenants.size() ? Optional.of(List.of()) : Optional.empty();
        }
        Split split = best(penalties.length - 1, replicas);
        if (!split.penalty().isPossible()) {
            return Optional.empty();
        }
        List<List<Tenant>> parts = new ArrayList<>();
        for (int left = replicas - 1; left > 0; left--) {
            parts.add(members(split.first()));
            split = best(split.others(), left);
        }
        parts.add(members(split.first()));
        return Optional.of(parts);
    }

    private List<Tenant> members(int subset) {
        return IntStream.range(0, tenants.size())
                .filter(place -> (subset & 1 << place) != 0)
                .mapToObj(tenants::get)
                .toList();
    }

    private Split best(int subset, int replicas) {
        if (best[replicas][subset] == null) {
            best[replicas][subset] = replicas == 1 ? new Split(subset, 0, penalties[subset]) : search(subset, replicas);
        }
        return best[replicas][subset];
    }

    /** The largest tenant's replica first, in every way; the others' as well as they can be. */
    private Split search(int subset, int replicas) {
        Split least = Split.IMPOSSIBLE;
        int withoutLargest = subset ^ Integer.lowestOneBit(subset);
        for (int others = withoutLargest; others != 0; others = others - 1 & withoutLargest) {
            Penalty first = penalties[subset ^ others];
            if (Integer.bitCount(others) < replicas - 1 || first.compareTo(least.penalty()) >= 0) {
                continue;
            }
            Penalty penalty = first.plus(best(others, replicas - 1).penalty());
            if (penalty.compareTo(least.penalty()) < 0) {
                least = new Split(subset ^ others, others, penalty);
            }
        }
        return least;
    }
}
