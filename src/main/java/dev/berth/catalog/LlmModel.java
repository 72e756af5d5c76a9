package dev.berth.catalog;

import dev.berth.model.Gib;
import java.util.List;
import java.util.Optional;

/**
 * A model as Ollama serves it.
 *
 * @param digest first 12 digits of the registry's digest; tags move, this does not
 * @param parameters their number, as the registry prints it
 * @param headDimension elements of one attention head's key
 * @param embeddingLength as Ollama's memory predictor reads it
 * @param contextLimit tokens that the model was trained for
 * @param embedding whether it answers with vectors instead of text
 */
public record LlmModel(
        String name,
        List<String> aliases,
        String digest,
        String family,
        Optional<String> parameters,
        String quantization,
        Gib weights,
        int layers,
        int heads,
        int kvHeads,
        int headDimension,
        int embeddingLength,
        int contextLimit,
        boolean embedding,
        Optional<DocumentFigures> document,
        Citation citation) {

    /**
     * What the architecture document says of the model; reported beside our figures, never used for capacity.
     *
     * @param sizeGb size of the download
     * @param inUseGb GPU memory in use
     */
    public record DocumentFigures(double sizeGb, double inUseGb) {}
}
