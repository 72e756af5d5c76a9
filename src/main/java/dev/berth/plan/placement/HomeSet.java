package dev.berth.plan.placement;

import java.util.List;

/**
 * The models that one replica keeps.
 *
 * @param homes in the order in which they are loaded
 * @param guests models on demand that find room beside the homes, one at a time; by name
 */
public record HomeSet(List<Tenant> homes, List<Tenant> guests) {

    /** {@code {llama3.1:8b, mistral:7b}}. */
    @Override
    public String toString() {
        return "{" + String.join(", ", homes.stream().map(Tenant::name).toList()) + "}";
    }
}
