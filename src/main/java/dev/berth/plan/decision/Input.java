package dev.berth.plan.decision;

import dev.berth.catalog.Citation;
import dev.berth.model.Setting;

/** What a decision was made from. */
public sealed interface Input {

    /** A field of a value file, or its default. */
    record FromSetting(Setting<?> setting) implements Input {}

    /**
     * A figure of the catalogue.
     *
     * @param figure what the figure is, such as {@code weights}
     * @param value the figure with its unit
     */
    record FromCatalog(Citation citation, String figure, String value) implements Input {}

    /** Another decision. */
    record FromDecision(Decision<?> decision) implements Input {}
}
