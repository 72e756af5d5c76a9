package dev.berth.model;

import java.util.Optional;

/**
 * A model that the environment serves.
 *
 * @param name a name or alias of the catalogue
 * @param context tokens of prompt and answer that one request may use
 * @param group the replicas that serve it
 * @param demand absent where nobody said what to expect
 */
public record ModelRequest(
        Setting<String> name,
        Optional<Setting<Integer>> context,
        Setting<Keep> keep,
        Setting<String> group,
        Optional<Demand> demand) {

    public boolean isKeptAlways() {
        return keep.value() == Keep.ALWAYS;
    }

    /** The same model asked for so many times as much. */
    ModelRequest withDemand(double factor) {
        return new ModelRequest(name, context, keep, group, demand.map(asked -> asked.times(factor)));
    }
}
