package dev.berth.catalog;

import dev.berth.model.Gib;
import dev.berth.model.Range;
import dev.berth.model.Seconds;
import java.util.List;
import java.util.Set;

/**
 * How Ollama uses GPU memory and serves requests.
 *
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
        Fact<Integer> defaultContext,
        Fact<Seconds> keepAlive,
        Fact<Seconds> loadTimeout,
        Fact<Set<String>> singleSlotFamilies) {

    /** Memory of the compute graph at the smallest batch. */
    public record Graph(Gib least, Gib spread, Citation citation) {

        /** The graph of a model whose batch takes the given extra. */
        public Range<Gib> with(Gib batchExtra) {
            double mid = Math.max(least.amount(), batchExtra.amount());
            return Range.derived(
                    new Gib(Math.max(0, mid - spread.amount())), new Gib(mid), new Gib(mid + spread.amount()));
        }
    }

    /**
     * How the KV cache is kept.
     *
     * @param type value of OLLAMA_KV_CACHE_TYPE
     */
    public record KvCache(String type, int bytesPerElement, Citation citation) {}

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
