package dev.berth.catalog;

import dev.berth.model.Gib;
import dev.berth.model.KvCacheType;
import dev.berth.model.MilliCpu;
import dev.berth.model.Range;
import dev.berth.model.Seconds;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * How Ollama uses GPU memory and serves requests.
 *
 * @param mostSlots requests at the same time that are chosen for a loaded model
 * @param defaultContext tokens of a model that asks for none
 * @param keepAlive how long a model stays loaded without requests
 * @param loadTimeout how long a load may make no progress, unless Ollama is told otherwise
 * @param singleSlotFamilies families that serve one request at a time
 */
public record OllamaFacts(
        Graph graph,
        Fact<Gib> cudaContext,
        BatchExtra batchExtra,
        KvCache kvCache,
        Prediction prediction,
        Fact<Integer> mostSlots,
        Fact<Integer> defaultContext,
        Fact<Seconds> keepAlive,
        Fact<Seconds> loadTimeout,
        Idle idle,
        Fact<Set<String>> singleSlotFamilies) {

    /**
     * What a replica takes beside the GPU when nobody asks.
     *
     * @param server memory of Ollama itself
     * @param model memory of the process of a loaded model, without its file
     */
    public record Idle(Range<Gib> server, Range<Gib> model, MilliCpu modelCpu, Citation citation) {}

    /** Memory of the compute graph at the smallest batch. */
    public record Graph(Gib least, Gib spread, Citation citation) {

        /** The graph of a model whose batch takes the given extra. */
        public Range<Gib> with(Gib batchExtra) {
            double mid = Math.max(least.amount(), batchExtra.amount());
            return Range.derived(
                    new Gib(Math.max(0, mid - spread.amount())), new Gib(mid), new Gib(mid + spread.amount()));
        }
    }

    /** How the KV cache is kept, by its type. */
    public record KvCache(Map<KvCacheType, Block> blocks, Citation citation) {

        /** Elements that are kept together, and what they take. */
        public record Block(int bytes, int elements) {

            public double bytesPerElement() {
                return (double) bytes / elements;
            }

            /** {@code 34/32}. */
            @Override
            public String toString() {
                return elements == 1 ? String.valueOf(bytes) : bytes + "/" + elements;
            }
        }

        public Block of(KvCacheType type) {
            return Objects.requireNonNull(blocks.get(type), type.key());
        }
    }

    /**
     * How Ollama decides whether a model is loaded beside others.
     *
     * @param bytesPerElement of the KV cache, whatever its type
     * @param headroom share of the free memory that the model may take by the prediction
     */
    public record Prediction(int bytesPerElement, double headroom, Citation citation) {}

    /** Graph memory that grows in steps with context x slots. */
    public record BatchExtra(List<Step> steps, Citation citation) {

        /** @param contextUpTo tokens of context x slots; the last step holds for all above */
        public record Step(int contextUpTo, Gib extra) {}

        public Gib at(int contextTimesSlots) {
            return steps.stream()
                    .filter(step -> contextTimesSlots <= step.contextUpTo())
                    .findFirst()
                    .orElseThrow()
                    .extra();
        }
    }
}
