package dev.berth.plan;

import dev.berth.catalog.GpuSize;
import dev.berth.catalog.LlmModel;
import dev.berth.catalog.LlmModel.DocumentFigures;
import dev.berth.catalog.OllamaFacts;
import dev.berth.model.Count;
import dev.berth.model.Gib;
import dev.berth.model.Group;
import dev.berth.model.Range;
import dev.berth.model.Setting;
import dev.berth.plan.decision.Decision;
import java.util.Optional;

/** Derives what a model needs on its pool: context, slots, GPU memory, copies on a node. */
final class ModelNeeds {

    private final OllamaFacts ollama;

    ModelNeeds(OllamaFacts ollama) {
        this.ollama = ollama;
    }

    ModelPlan of(Resolved.Model resolved, Resolved.Pool pool) {
        LlmModel model = resolved.model();
        Decision<Integer> context = context(model, resolved.request().context());
        Decision<Integer> slots = slots(model, resolved.group());
        Decision<Gib> kvCache = kvCache(model, context, slots);
        Decision<Range<Gib>> graph = graph(model, context, slots);
        Decision<Range<Gib>> residency = residency(model, kvCache, graph);
        return new ModelPlan(
                resolved.request(),
                model,
                context,
                slots,
                kvCache,
                graph,
                residency,
                perNode(model, residency, pool.size()),
                model.document().map(said -> documentPerNode(model, said, pool.size())));
    }

    private Decision<Integer> context(LlmModel model, Optional<Setting<Integer>> pinned) {
        int usual = ollama.defaultContext().value();
        int tokens = Math.min(usual, model.contextLimit());
        return Decision.derived(id(model, "context"), tokens, tokens + " tokens")
                .from(ollama.defaultContext().citation(), "default context", usual + " tokens")
                .from(model.citation(), "context limit", model.contextLimit() + " tokens")
                .by("the smaller of the usual " + usual + " and the model's own " + model.contextLimit())
                .unless(pinned, value -> value + " tokens");
    }

    private Decision<Integer> slots(LlmModel model, Group group) {
        boolean forced =
                model.embedding() || ollama.singleSlotFamilies().value().contains(model.family());
        String id = id(model, "slots");
        if (!forced || group.slots().value() == 1) {
            return Decision.of(id, group.slots(), requests(group.slots().value()));
        }
        String kind = model.embedding() ? "embedding models" : "models of family " + model.family();
        return Decision.derived(id, 1, requests(1))
                .from(group.slots())
                .from(ollama.singleSlotFamilies().citation(), "single-slot models", kind)
                .by("Ollama serves " + kind + " one request at a time");
    }

    static String requests(int slots) {
        return slots == 1 ? "1 request" : slots + " requests";
    }

    private Decision<Gib> kvCache(LlmModel model, Decision<Integer> context, Decision<Integer> slots) {
        int bytes = ollama.kvCache().bytesPerElement();
        double perToken = 2.0 * model.layers() * model.kvHeads() * model.headDimension() * bytes;
        Gib size = Gib.ofBytes(perToken * context.value() * slots.value());
        return Decision.derived(id(model, "kvCache"), size, size.digits(2) + " GiB")
                .from(context)
                .from(slots)
                .from(
                        model.citation(),
                        "layers, KV heads, head dimension",
                        model.layers() + ", " + model.kvHeads() + ", " + model.headDimension())
                .from(ollama.kvCache().citation(), "bytes per element", bytes)
                .by("keys and values 2 x layers " + model.layers() + " x KV heads " + model.kvHeads()
                        + " x head dimension " + model.headDimension() + " x " + bytes + " bytes x context "
                        + context.value() + " x slots " + slots.value());
    }

    private Decision<Range<Gib>> graph(LlmModel model, Decision<Integer> context, Decision<Integer> slots) {
        Gib extra = ollama.batchExtra().at(context.value() * slots.value());
        Range<Gib> size = ollama.graph().with(extra);
        return Decision.derived(id(model, "graph"), size, size.digits(2) + " GiB")
                .from(context)
                .from(slots)
                .from(
                        ollama.graph().citation(),
                        "least graph",
                        ollama.graph().least().digits(2) + " GiB")
                .from(ollama.batchExtra().citation(), "batch extra", extra.digits(2) + " GiB")
                .by("the larger of " + ollama.graph().least().digits(2) + " and the batch extra " + extra.digits(2)
                        + " for context x slots " + context.value() * slots.value() + ", give or take "
                        + ollama.graph().spread().digits(2));
    }

    private Decision<Range<Gib>> residency(LlmModel model, Decision<Gib> kvCache, Decision<Range<Gib>> graph) {
        Gib cuda = ollama.cudaContext().value();
        Range<Gib> size = graph.value()
                .map(part -> part.plus(model.weights()).plus(kvCache.value()).plus(cuda));
        return Decision.derived(id(model, "residency"), size, size.toString())
                .from(model.citation(), "weights", model.weights().digits(2) + " GiB")
                .from(kvCache)
                .from(graph)
                .from(ollama.cudaContext().citation(), "CUDA context", cuda.digits(2) + " GiB")
                .by("weights " + model.weights().digits(2) + " + KV cache "
                        + kvCache.value().digits(2) + " + graph "
                        + graph.value().mid().digits(2) + " + CUDA context " + cuda.digits(2));
    }

    private static Decision<Range<Count>> perNode(LlmModel model, Decision<Range<Gib>> residency, GpuSize size) {
        Range<Gib> usable = size.gpu().usable();
        Range<Gib> need = residency.value();
        Range<Count> copies = Range.derived(
                copies(usable.low(), need.high(), size),
                copies(usable.mid(), need.mid(), size),
                copies(usable.high(), need.low(), size));
        return Decision.derived(id(model, "perNode"), copies, copies.digits(0) + " copies")
                .from(residency)
                .from(size.gpu().citation(), "usable memory, " + usable.basis().word(), usable)
                .from(size.citation(), "GPUs", size.gpus())
                .by("usable " + usable.mid().digits(1) + " / residency "
                        + need.mid().digits(1) + ", rounded down, x GPUs " + size.gpus());
    }

    /** From the usable memory to the memory on the data sheet, each divided by what the document says is in use. */
    private static Decision<Range<Count>> documentPerNode(LlmModel model, DocumentFigures said, GpuSize size) {
        double usable = size.gpu().usable().low().amount();
        double nominal = size.gpu().nominalGb();
        Count low = new Count(Math.floor(usable / said.inUseGb()) * size.gpus());
        Count high = new Count(Math.floor(nominal / said.inUseGb()) * size.gpus());
        String shown = low.equals(high) ? low.toString() : low + "-" + high;
        return Decision.derived(id(model, "documentPerNode"), Range.derived(low, low, high), shown + " copies")
                .from(model.citation(), "in use, by the architecture document", said.inUseGb() + " GB")
                .from(size.gpu().citation(), "usable and nominal memory", usable + " GiB, " + nominal + " GB")
                .by("from usable " + usable + " to nominal " + nominal + ", each / in use " + said.inUseGb()
                        + ", rounded down, x GPUs " + size.gpus());
    }

    private static Count copies(Gib usable, Gib need, GpuSize size) {
        return new Count(Math.floor(usable.amount() / need.amount()) * size.gpus());
    }

    private static String id(LlmModel model, String figure) {
        return "model." + model.name() + "." + figure;
    }
}
