package dev.berth.plan.placement;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

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
     * @param homes models that are kept always
     * @param guests models on demand
     */
    public record Served(Collection<Tenant> homes, Collection<Tenant> guests) {}

    private static final Comparator<SlotChoice> BEST_FIRST = Comparator.comparing(
                    (SlotChoice choice) -> choice.placement().ordinals().size())
            .thenComparing(SlotChoice::slots, Comparator.reverseOrder());

    /**
     * The fewest replicas, then the most slots; empty where a model does not even fit alone with one slot.
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
                ? HomePlacement.atLeast(ordinals, served.homes(), served.guests(), room)
                        .map(placement -> new SlotChoice(slots, placement))
                : Optional.empty();
    }
}
