package dev.berth.plan.scaling;

import dev.berth.model.Signal;

/**
 * A signal that a scaler does not read.
 *
 * @param reason as part of a sentence
 */
public record LeftOut(Signal signal, String reason) {}
