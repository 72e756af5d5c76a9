package dev.berth.plan.memory;

import dev.berth.catalog.GpuSize;
import dev.berth.catalog.LlmModel;
import dev.berth.catalog.LlmModel.DocumentFigures;
import dev.berth.catalog.OllamaFacts;
import dev.berth.model.Count;
import dev.berth.model.Gib;
import dev.berth.model.Range;
import dev.berth.model.Setting;
import dev.berth.plan.decision.Counted;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.placement.ModelMemory;
import dev.berth.plan.resolve.Resolved;
import java.util.Optional;

/** Derives what a model needs on its pool: context, slots, GPU memory, copies on a node. */
final class ModelNeeds {

    private final OllamaFacts ollama;

    ModelNeeds(OllamaFacts ollama) {
        this.ollama = ollama;
    }

    /** @param groupSlots of the group that serves it */
    ModelPlan of(Resolved.Model resolved, Resolved.Pool pool, Decision<Integer> groupSlots) {
        LlmModel model = resolved.model();
        ModelMemory memory = resolved.memory(ollama);
        Decision<Integer> context = context(resolved);
        Decision<Integer> slots = slots(memory, groupSlots);
        MemoryDecisions needs = new MemoryDecisions(memory, context, slots);
        Decision<Gib> kvCache = needs.kvCache(resolved.group().kvCache());
        Decision<Range<Gib>> graph = needs.graph();
        Decision<Range<Gib>> residency = needs.residency(kvCache, graph);
        return new ModelPlan(
                resolved.request(),
                model,
                context,
                slots,
                kvCache,
                graph,
                residency,
                needs.predicted(),
                perNode(model, residency, pool),
                model.document().map(said -> documentPerNode(model, said, pool.size())));
    }

    Decision<Integer> context(Resolved.Model resolved) {
        LlmModel model = resolved.model();
        Optional<Setting<Integer>> pinned = resolved.request().context();
        int usual = ollama.defaultContext().value();
        int tokens = Math.min(usual, model.contextLimit());
        return Decision.derived(id(model, "context"), tokens, tokens + " tokens")
                .from(ollama.defaultContext().citation(), "default context", usual + " tokens")
                .from(model.citation(), "context limit", model.contextLimit() + " tokens")
                .by("the smaller of the usual " + usual + " and the model's own " + model.contextLimit())
                .unless(pinned, value -> value + " tokens");
    }

    private Decision<Integer> slots(ModelMemory memory, Decision<Integer> group) {
        LlmModel model = memory.model();
        String id = id(model, "slots");
        int asked = group.value();
        if (memory.slots(asked) == asked) {
            return Decision.derived(id, asked, Counted.requests(asked))
                    .from(group)
                    .by("as many as the group");
        }
        String kind = model.embedding() ? "embedding models" : "models of family " + model.family();
        return Decision.derived(id, 1, Counted.requests(1))
                .from(group)
                .from(ollama.singleSlotFamilies().citation(), "single-slot models", kind)
                .by("Ollama serves " + kind + " one request at a time");
    }

    private static Decision<Range<Count>> perNode(LlmModel model, Decision<Range<Gib>> residency, Resolved.Pool pool) {
        Range<Gib> usable = pool.usable();
        Range<Gib> need = residency.value();
        int replicas = pool.replicasPerNode();
        Range<Count> copies = Range.derived(
                copies(usable.low(), need.high(), replicas),
                copies(usable.mid(), need.mid(), replicas),
                copies(usable.high(), need.low(), replicas));
        Range<Gib> gpu = pool.size().gpu().usable();
        Decision.Draft<Range<Count>> draft = Decision.derived(
                        id(model, "perNode"), copies, copies.digits(0) + " copies")
                .from(residency)
                .from(
                        pool.size().gpu().citation(),
                        "usable memory, " + gpu.basis().word(),
                        gpu)
                .from(pool.size().citation(), "GPUs", pool.size().gpus());
        pool.slices().ifPresent(draft::from);
        return draft.by((pool.slices().isEmpty() ? "usable " : "usable of a time slice ")
                + usable.mid().digits(1) + " / residency "
                + need.mid().digits(1) + ", rounded down, x "
                + (pool.slices().isEmpty() ? "GPUs " : "replicas on a node ")
                + replicas);
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

    private static Count copies(Gib usable, Gib need, int replicas) {
        return new Count(Math.floor(usable.amount() / need.amount()) * replicas);
    }

    static String id(LlmModel model, String figure) {
        return "model." + model.name() + "." + figure;
    }
}
