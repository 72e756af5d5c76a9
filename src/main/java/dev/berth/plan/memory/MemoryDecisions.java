package dev.berth.plan.memory;

import dev.berth.catalog.LlmModel;
import dev.berth.catalog.OllamaFacts;
import dev.berth.catalog.OllamaFacts.KvCache.Block;
import dev.berth.model.Gib;
import dev.berth.model.KvCacheType;
import dev.berth.model.Range;
import dev.berth.model.Setting;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.placement.ModelMemory;

/** Tells how the GPU memory of a loaded model comes about, part by part. */
record MemoryDecisions(ModelMemory memory, Decision<Integer> context, Decision<Integer> slots) {

    private LlmModel model() {
        return memory.model();
    }

    private OllamaFacts ollama() {
        return memory.ollama();
    }

    private String id(String figure) {
        return ModelNeeds.id(model(), figure);
    }

    Decision<Gib> kvCache(Setting<KvCacheType> type) {
        Block block = ollama().kvCache().of(type.value());
        Gib size = memory.kvCache(context.value(), slots.value());
        return Decision.derived(id("kvCache"), size, size.digits(2) + " GiB")
                .from(context)
                .from(slots)
                .from(type.map(KvCacheType::key))
                .from(
                        model().citation(),
                        "layers, KV heads, head dimension",
                        model().layers() + ", " + model().kvHeads() + ", " + model().headDimension())
                .from(
                        ollama().kvCache().citation(),
                        "bytes per element of " + type.value().key(),
                        block)
                .by(elements(model().headDimension(), block) + context.value() + " x slots " + slots.value());
    }

    private String elements(int headDimension, Object bytes) {
        return "keys and values 2 x layers " + model().layers() + " x KV heads " + model().kvHeads()
                + " x head dimension " + headDimension + " x " + bytes + " bytes x context ";
    }

    Decision<Range<Gib>> graph() {
        int tokens = context.value() * slots.value();
        String least = ollama().graph().least().digits(2);
        String extra = ollama().batchExtra().at(tokens).digits(2);
        Range<Gib> size = memory.graph(context.value(), slots.value());
        return Decision.derived(id("graph"), size, size.digits(2) + " GiB")
                .from(context)
                .from(slots)
                .from(ollama().graph().citation(), "least graph", least + " GiB")
                .from(ollama().batchExtra().citation(), "batch extra", extra + " GiB")
                .by("the larger of " + least + " and the batch extra " + extra + " for context x slots " + tokens
                        + ", give or take " + ollama().graph().spread().digits(2));
    }

    Decision<Range<Gib>> residency(Decision<Gib> kvCache, Decision<Range<Gib>> graph) {
        String weights = model().weights().digits(2);
        String cuda = ollama().cudaContext().value().digits(2);
        Range<Gib> size = memory.residency(context.value(), slots.value());
        return Decision.derived(id("residency"), size, size.toString())
                .from(model().citation(), "weights", weights + " GiB")
                .from(kvCache)
                .from(graph)
                .from(ollama().cudaContext().citation(), "CUDA context", cuda + " GiB")
                .by("weights " + weights + " + KV cache " + kvCache.value().digits(2) + " + graph "
                        + graph.value().mid().digits(2) + " + CUDA context " + cuda);
    }

    /** By the rule in Ollama's source, which sees neither the type of the KV cache nor every true head dimension. */
    Decision<Gib> predicted() {
        int tokens = Math.min(context.value(), model().contextLimit());
        Gib size = memory.predicted(context.value(), slots.value());
        String weights = model().weights().digits(2);
        int bytes = ollama().prediction().bytesPerElement();
        String extra = ollama().batchExtra().at(tokens * slots.value()).digits(2);
        return Decision.derived(id("predicted"), size, size.digits(2) + " GiB")
                .from(context)
                .from(slots)
                .from(
                        model().citation(),
                        "weights, layers, KV heads, embedding length / heads",
                        weights + " GiB, " + model().layers() + ", " + model().kvHeads() + ", "
                                + model().embeddingLength() + " / " + model().heads())
                .from(ollama().prediction().citation(), "bytes per element", bytes)
                .from(ollama().batchExtra().citation(), "batch extra", extra + " GiB")
                .by("Ollama's prediction: model file " + weights + " + "
                        + elements(memory.predictedHeadDimension(), bytes) + tokens + " x slots " + slots.value()
                        + " + batch extra " + extra);
    }
}
