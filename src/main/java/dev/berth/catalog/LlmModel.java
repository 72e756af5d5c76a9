package dev.berth.catalog;

import dev.berth.model.Gib;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A model as Ollama serves it.
 *
 * @param digest first 12 digits of the registry's digest; tags move, this does not
 * @param parameters their number, as the registry prints it
 * @param activeParameters those that one token needs, of a mixture of experts
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
        Optional<String> activeParameters,
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

    private static final Pattern BILLIONS = Pattern.compile("([0-9]+(?:[.][0-9]+)?) ?([MB])");

    /** Parameters that one token needs, in billions; absent where their number is not known. */
    public Optional<Double> activeBillions() {
        return activeParameters.or(() -> parameters).flatMap(LlmModel::billions);
    }

    /** How much of the model one token needs. */
    public double activeShare() {
        return activeBillions()
                .flatMap(active -> parameters.flatMap(LlmModel::billions).map(all -> Math.min(1, active / all)))
                .orElse(1.0);
    }

    private static Optional<Double> billions(String number) {
        Matcher matcher = BILLIONS.matcher(number);
        return matcher.matches()
                ? Optional.of(
                        Double.parseDouble(matcher.group(1)) / (matcher.group(2).equals("M") ? 1000 : 1))
                : Optional.empty();
    }

    /**
     * What the architecture document says of the model; reported beside our figures, never used for capacity.
     *
     * @param sizeGb size of the download
     * @param inUseGb GPU memory in use
     */
    public record DocumentFigures(double sizeGb, double inUseGb) {}
}
