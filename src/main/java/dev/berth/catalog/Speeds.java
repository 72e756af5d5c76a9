package dev.berth.catalog;

import dev.berth.model.GbPerSecond;
import dev.berth.model.Percent;
import dev.berth.model.Range;
import dev.berth.model.TokenRate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How fast GPUs read prompts and write answers.
 *
 * @param gpus by the name that GPU sizes give them
 * @param pairs models whose speed on a GPU is known; that goes before the formula
 */
public record Speeds(Formula formula, SortedMap<String, Gpu> gpus, SortedMap<String, Map<String, Pair>> pairs) {

    /**
     * What holds of all GPUs.
     *
     * @param fixedMillis of each token, whatever the model
     * @param slowdown how much longer each further request at the same time makes a token
     * @param prefillBillions parameters of the model that a GPU's prefill speaks of
     * @param bytesPerParameter of models that do not say how many parameters they have
     * @param otherGpu what a GPU without a row is taken for
     */
    public record Formula(
            double fixedMillis,
            Range<Percent> slowdown,
            double prefillBillions,
            double bytesPerParameter,
            String otherGpu,
            Citation citation) {}

    /**
     * A GPU.
     *
     * @param efficiency how much of the bandwidth writing an answer reaches
     * @param prefill how fast it reads prompts of the formula's model
     */
    public record Gpu(
            String name,
            GbPerSecond bandwidth,
            Range<Percent> efficiency,
            Range<TokenRate> prefill,
            Citation citation) {}

    /** A model on a GPU, for a single request. */
    public record Pair(
            String gpu, String model, Range<TokenRate> decode, Optional<Range<TokenRate>> prefill, Citation citation) {}

    /** The GPU of this name, or the one that it is taken for. */
    public Gpu gpu(String name) {
        Gpu own = gpus.get(name);
        return own != null ? own : Objects.requireNonNull(gpus.get(formula.otherGpu()));
    }

    public Optional<Pair> pair(String gpu, String model) {
        return Optional.ofNullable(pairs.get(gpu)).flatMap(models -> Optional.ofNullable(models.get(model)));
    }

    /** These speeds with others in their place or added. */
    public Speeds with(Formula newFormula, Map<String, Gpu> newGpus, Iterable<Pair> newPairs) {
        SortedMap<String, Gpu> mergedGpus = new TreeMap<>(gpus);
        mergedGpus.putAll(newGpus);
        SortedMap<String, Map<String, Pair>> mergedPairs = new TreeMap<>();
        pairs.forEach((gpu, models) -> mergedPairs.put(gpu, new TreeMap<>(models)));
        newPairs.forEach(pair ->
                mergedPairs.computeIfAbsent(pair.gpu(), gpu -> new TreeMap<>()).put(pair.model(), pair));
        return new Speeds(newFormula, mergedGpus, mergedPairs);
    }
}
