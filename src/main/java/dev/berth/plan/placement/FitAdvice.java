package dev.berth.plan.placement;

import dev.berth.catalog.Catalog;
import dev.berth.catalog.GpuSize;
import dev.berth.catalog.Prices.Price;
import dev.berth.model.Gib;
import dev.berth.model.KvCacheType;
import dev.berth.model.Usd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the single changes after which a model that is too large for its replica fits.
 *
 * @param region the one that a larger size has to be offered in
 */
public record FitAdvice(Catalog catalog, String region) {

    /** Contexts are offered in steps that people write. */
    private static final int CONTEXT_STEP = 256;

    /**
     * A model that is too large.
     *
     * @param slots requests that the model serves at the same time
     * @param isAlone whether it is the only model of its group
     * @param gpu memory of a whole GPU
     * @param replicasPerGpu that share one
     */
    public record Case(ModelMemory memory, int context, int slots, boolean isAlone, Gib gpu, int replicasPerGpu) {

        private Gib capacity() {
            return part(replicasPerGpu);
        }

        private Gib part(int replicas) {
            return gpu.times(1.0 / replicas);
        }

        private boolean fits(ModelMemory changed, int withSlots, Gib within) {
            return changed.residency(context, withSlots).high().compareTo(within) <= 0;
        }
    }

    /** Every change that is enough by itself, the cheapest to make first. */
    public List<String> changes(Case tooLarge) {
        List<String> changes = new ArrayList<>();
        shorter(tooLarge).ifPresent(changes::add);
        changes.addAll(fewerSlots(tooLarge));
        smallerCache(tooLarge).ifPresent(changes::add);
        fewerSlices(tooLarge).ifPresent(changes::add);
        larger(tooLarge).ifPresent(changes::add);
        return List.copyOf(changes);
    }

    private static Optional<String> shorter(Case tooLarge) {
        return tooLarge.memory().longestContext(tooLarge.slots(), CONTEXT_STEP, tooLarge.capacity()).stream()
                .mapToObj(context -> "`context: " + context + "`")
                .findFirst();
    }

    private static List<String> fewerSlots(Case tooLarge) {
        Optional<String> fewer = IntStream.range(1, tooLarge.slots())
                .map(less -> tooLarge.slots() - less)
                .filter(slots -> tooLarge.fits(tooLarge.memory(), slots, tooLarge.capacity()))
                .mapToObj(slots -> "`slots: " + slots + "` for its group")
                .findFirst();
        Stream<String> alone = tooLarge.isAlone() ? Stream.empty() : Stream.of("a group of its own with `slots: 1`");
        return fewer.map(change -> Stream.concat(Stream.of(change), alone).toList())
                .orElse(List.of());
    }

    private static Optional<String> smallerCache(Case tooLarge) {
        ModelMemory memory = tooLarge.memory();
        return Arrays.stream(KvCacheType.values())
                .filter(type -> type.compareTo(memory.type()) > 0)
                .filter(type -> tooLarge.fits(
                        new ModelMemory(memory.model(), memory.ollama(), type), tooLarge.slots(), tooLarge.capacity()))
                .map(type -> "`kvCache: " + type.key() + "` for its group")
                .findFirst();
    }

    private static Optional<String> fewerSlices(Case tooLarge) {
        return IntStream.range(1, tooLarge.replicasPerGpu())
                .map(less -> tooLarge.replicasPerGpu() - less)
                .filter(slices -> tooLarge.fits(tooLarge.memory(), tooLarge.slots(), tooLarge.part(slices)))
                .mapToObj(slices -> slices == 1 ? "`sharing: exclusive`" : "`timeSlices: " + slices + "`")
                .findFirst()
                .map(sharing -> sharing + " for its pool");
    }

    /** The cheapest of the sizes whose GPU holds it whole. */
    private Optional<String> larger(Case tooLarge) {
        Comparator<Usd> cheapest = Comparator.naturalOrder();
        return catalog.gpuSizes().values().stream()
                .filter(size -> tooLarge.fits(
                        tooLarge.memory(), tooLarge.slots(), size.gpu().usable().low()))
                .map(GpuSize::name)
                .filter(size -> hourly(size).isPresent())
                .min(Comparator.comparing(size -> hourly(size).orElseThrow(), cheapest))
                .map(size -> "a group on a pool of `" + size + "`, one replica for each GPU ($"
                        + hourly(size).orElseThrow().digits(3) + " an hour in " + region + ")");
    }

    private Optional<Usd> hourly(String size) {
        return catalog.prices().of(region, size).map(Price::hourly);
    }
}
