package dev.berth.model;

import dev.berth.source.Span;
import dev.berth.yaml.YamlPath;
import java.util.function.Function;

/**
 * A value of the value file, with the place that set it.
 *
 * @param path the field, as people write it
 * @param at the value's place in a value file, or in the schema when it is the schema's default
 * @param basis {@code PINNED} when a person wrote it, {@code DEFAULT} when it comes from the schema
 */
public record Setting<T>(T value, YamlPath path, Span at, Basis basis) {

    /** The same setting, its value in another type. */
    public <U> Setting<U> map(Function<T, U> change) {
        return new Setting<>(change.apply(value), path, at, basis);
    }

    /** The same field set to another value of the same type. */
    public Setting<T> to(T other) {
        return new Setting<>(other, path, at, Basis.PINNED);
    }

    public boolean isPinned() {
        return basis == Basis.PINNED;
    }

    @Override
    public String toString() {
        return path + ": " + value;
    }
}
