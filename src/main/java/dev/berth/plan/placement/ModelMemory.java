package dev.berth.plan.placement;

import dev.berth.catalog.LlmModel;
import dev.berth.catalog.OllamaFacts;
import dev.berth.model.Gib;
import dev.berth.model.KvCacheType;
import dev.berth.model.Range;
import java.util.OptionalInt;

/**
 * What a loaded model takes of GPU memory, by its context and slots.
 *
 * @param type of its KV cache
 */
public record ModelMemory(LlmModel model, OllamaFacts ollama, KvCacheType type) {

    /** Whether Ollama serves it one request at a time, whatever it is told. */
    public boolean isSingleSlot() {
        return model.embedding() || ollama.singleSlotFamilies().value().contains(model.family());
    }

    /** How many requests it serves at the same time where others serve so many. */
    public int slots(int ofTheGroup) {
        return isSingleSlot() ? 1 : ofTheGroup;
    }

    public Gib kvCache(int context, int slots) {
        double elements = 2.0 * model.layers() * model.kvHeads() * model.headDimension();
        return Gib.ofBytes(elements * ollama.kvCache().of(type).bytesPerElement() * context * slots);
    }

    public Range<Gib> graph(int context, int slots) {
        return ollama.graph().with(ollama.batchExtra().at(tokens(context, slots)));
    }

    /** Of all slots; more than an int holds are as good as the most that it does. */
    private static int tokens(int context, int slots) {
        return (int) Math.min(Integer.MAX_VALUE, (long) context * slots);
    }

    /** Weights, KV cache, graph and CUDA context. */
    public Range<Gib> residency(int context, int slots) {
        Gib fixed = model.weights()
                .plus(kvCache(context, slots))
                .plus(ollama.cudaContext().value());
        return graph(context, slots).map(fixed::plus);
    }

    /** The head dimension as Ollama's prediction takes it, which for some models is not the true one. */
    public int predictedHeadDimension() {
        return model.embeddingLength() / model.heads();
    }

    /** What Ollama believes that the model takes, when it decides whether it fits beside others. */
    public Gib predicted(int context, int slots) {
        int tokens = tokens(Math.min(context, model.contextLimit()), slots);
        double elements = 2.0 * model.layers() * model.kvHeads() * predictedHeadDimension();
        return model.weights()
                .plus(Gib.ofBytes(elements * ollama.prediction().bytesPerElement() * tokens))
                .plus(ollama.batchExtra().at(tokens));
    }

    /** The longest context that stays within a capacity, a multiple of the step; none where one step is too long. */
    public OptionalInt longestContext(int slots, int step, Gib capacity) {
        int least = 0;
        int most = model.contextLimit() / step;
        while (least < most) {
            int middle = (least + most + 1) / 2;
            if (residency(middle * step, slots).high().compareTo(capacity) <= 0) {
                least = middle;
            } else {
                most = middle - 1;
            }
        }
        return least == 0 ? OptionalInt.empty() : OptionalInt.of(least * step);
    }

    public Tenant tenant(int context, int slots) {
        return new Tenant(model.name(), residency(context, slots).high(), predicted(context, slots));
    }
}
