package dev.berth.plan.placement;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How many requests the models of a group serve at the same time: as many as memory allows without a further replica.
 * Demand plays no part, so that more demand never gives less room.
 *
 * @param slots of one loaded model
 * @param placement of the homes with so many slots
 */
public record SlotChoice(int slots, HomePlacement placement) {

    /**
     * What a group serves with some number of slots.
     *
     * @param always models that are kept always
     * @param scheduled models that are kept by schedule
     * @param guests models on demand
     */
    public record Served(Collection<Tenant> always, Collection<Tenant> scheduled, Collection<Tenant> guests) {

        private Optional<HomePlacement> placement(int ordinals, GpuRoom room) {
            List<Tenant> homes =
                    Stream.concat(always.stream(), scheduled.stream()).toList();
            return HomePlacement.atLeast(ordinals, homes, always::contains, guests, room);
        }
    }

    private static final Comparator<SlotChoice> BEST_FIRST = Comparator.comparing(
                    (SlotChoice choice) -> choice.placement().ordinals().size())
            .thenComparing(choice -> choice.placement().lasting().size())
            .thenComparing(SlotChoice::slots, Comparator.reverseOrder());

    /**
     * The fewest replicas, of these the fewest that are always there, then the most slots; empty where a model does not even fit alone with one slot.
     *
     * @param most slots
     * @param ordinals replicas that there are anyway; models spread over them as far as they go
     */
    public static Optional<SlotChoice> best(int most, int ordinals, GpuRoom room, IntFunction<Served> bySlots) {
        return IntStream.rangeClosed(1, most)
                .mapToObj(slots -> of(slots, ordinals, room, bySlots.apply(slots)))
                .flatMap(Optional::stream)
                .min(BEST_FIRST);
    }

    /** With a given number of slots. */
    public static Optional<SlotChoice> of(int slots, int ordinals, GpuRoom room, Served served) {
        return served.guests().stream().allMatch(room::holdsAlone)
                ? served.placement(ordinals, room).map(placement -> new SlotChoice(slots, placement))
                : Optional.empty();
    }
}
