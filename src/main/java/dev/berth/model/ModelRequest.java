package dev.berth.model;

import java.util.List;
import java.util.Optional;

/**
 * A model that the environment serves.
 *
 * @param name a name or alias of the catalogue
 * @param context tokens of prompt and answer that one request may use
 * @param windows in which a model is kept by schedule; none of others
 * @param group the replicas that serve it
 * @param demand absent where nobody said what to expect
 */
public record ModelRequest(
        Setting<String> name,
        Optional<Setting<Integer>> context,
        Setting<Keep> keep,
        List<Window> windows,
        Setting<String> group,
        Optional<Demand> demand) {

    public boolean isKeptAlways() {
        return keep.value() == Keep.ALWAYS;
    }

    /** Whether some replica keeps it, if only at times. */
    public boolean hasHome() {
        return keep.value() != Keep.ON_DEMAND;
    }

    /** The same model asked for so many times as much. */
    ModelRequest withDemand(double factor) {
        return new ModelRequest(name, context, keep, windows, group, demand.map(asked -> asked.times(factor)));
    }
}
