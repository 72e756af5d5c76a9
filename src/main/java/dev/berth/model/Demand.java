package dev.berth.model;

/**
 * How much people ask of a model, over all regions.
 *
 * @param peak in the busiest hour
 * @param promptTokens of a usual prompt
 * @param answerTokens of a usual answer
 */
public record Demand(
        Setting<RequestRate> peak,
        Setting<Integer> promptTokens,
        Setting<Integer> answerTokens,
        Setting<Profile> profile) {

    Demand times(double factor) {
        return new Demand(peak.map(rate -> rate.times(factor)), promptTokens, answerTokens, profile);
    }
}
