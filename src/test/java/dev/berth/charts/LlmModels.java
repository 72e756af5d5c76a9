package dev.berth.charts;

import dev.berth.catalog.LlmModel;

/** Models that are like others but for one thing. */
public final class LlmModels {

    private LlmModels() {}

    public static LlmModel embedding(LlmModel model) {
        return copy(model, model.digest(), true);
    }

    public static LlmModel digest(LlmModel model, String digest) {
        return copy(model, digest, model.embedding());
    }

    private static LlmModel copy(LlmModel model, String digest, boolean embedding) {
        return new LlmModel(
                model.name(),
                model.aliases(),
                digest,
                model.family(),
                model.parameters(),
                model.activeParameters(),
                model.quantization(),
                model.weights(),
                model.layers(),
                model.heads(),
                model.kvHeads(),
                model.headDimension(),
                model.embeddingLength(),
                model.contextLimit(),
                embedding,
                model.document(),
                model.citation());
    }
}
