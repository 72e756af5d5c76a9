package dev.berth.plan.decision;

import dev.berth.catalog.Citation;
import dev.berth.catalog.Fact;
import dev.berth.model.Basis;
import dev.berth.model.Setting;
import dev.berth.plan.decision.Input.FromCatalog;
import dev.berth.plan.decision.Input.FromDecision;
import dev.berth.plan.decision.Input.FromSetting;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A value of the plan that knows how it came about.
 *
 * @param id public name, such as {@code group.default.replicas.min}
 * @param shown the value with its unit, as people read it
 * @param formula how the value follows from the inputs, with the numbers in it
 * @param overruled what it would be if the value file did not say
 */
public record Decision<T>(
        String id,
        T value,
        String shown,
        Basis basis,
        String formula,
        List<Input> inputs,
        Optional<Decision<T>> overruled) {

    public Decision(String id, T value, String shown, Basis basis, String formula, List<Input> inputs) {
        this(id, value, shown, basis, formula, inputs, Optional.empty());
    }

    /** Starts a derived value. */
    public static <T> Draft<T> derived(String id, T value, String shown) {
        return new Draft<>(id, value, shown);
    }

    /** A value that stands in a value file, or is the default of one of its fields. */
    public static <T> Decision<T> of(String id, Setting<T> setting, String shown) {
        String formula = setting.isPinned() ? "set in the value file" : "default of the value file";
        return new Decision<>(id, setting.value(), shown, setting.basis(), formula, List.of(new FromSetting(setting)));
    }

    /** The pinned value in the place of this derived one, which stays visible among the inputs. */
    public Decision<T> unless(Optional<Setting<T>> pinned, Function<T, String> show) {
        if (pinned.isEmpty()) {
            return this;
        }
        Setting<T> setting = pinned.get();
        return new Decision<>(
                id,
                setting.value(),
                show.apply(setting.value()),
                Basis.PINNED,
                "set in the value file; derived it would be " + shown + ": " + formula,
                Stream.concat(Stream.of(new FromSetting(setting)), inputs.stream())
                        .toList(),
                Optional.of(this));
    }

    /**
     * Why the value is what it is, on one line. Names fields, never lines, so that a line inserted above a field
     * changes nothing that is rendered.
     */
    public String because() {
        List<String> causes = causes().distinct().toList();
        return switch (basis) {
            case PINNED -> "set by " + causes.get(0);
            case DEFAULT -> "default";
            case DERIVED, MEASURED -> formula + (causes.isEmpty() ? "" : ", because of " + list(causes));
        };
    }

    private static String list(List<String> causes) {
        int shown = Math.min(causes.size(), 3);
        String more = causes.size() > shown ? " and " + (causes.size() - shown) + " more" : "";
        return String.join(", ", causes.subList(0, shown)) + more;
    }

    /** The fields of the value file that this value rests on, directly or not. */
    private Stream<String> causes() {
        // What is set does not rest on what it would be derived from.
        long own = basis == Basis.PINNED ? 1 : inputs.size();
        return inputs.stream().limit(own).flatMap(input -> {
            if (input instanceof FromSetting from) {
                return from.setting().isPinned()
                        ? Stream.of(from.setting().path().toString())
                        : Stream.empty();
            }
            return input instanceof FromDecision from ? from.decision().causes() : Stream.empty();
        });
    }

    /** A decision in the making. */
    public static final class Draft<T> {
        private final String id;
        private final T value;
        private final String shown;
        private final List<Input> inputs = new ArrayList<>();

        private Draft(String id, T value, String shown) {
            this.id = id;
            this.value = value;
            this.shown = shown;
        }

        public Draft<T> from(Decision<?> decision) {
            inputs.add(new FromDecision(decision));
            return this;
        }

        public Draft<T> fromAll(List<? extends Decision<?>> decisions) {
            decisions.forEach(this::from);
            return this;
        }

        public Draft<T> from(Setting<?> setting) {
            inputs.add(new FromSetting(setting));
            return this;
        }

        public Draft<T> from(Fact<?> fact, String figure) {
            return from(fact.citation(), figure, fact.value());
        }

        public Draft<T> from(Citation citation, String figure, Object value) {
            inputs.add(new FromCatalog(citation, figure, String.valueOf(value)));
            return this;
        }

        public Decision<T> by(String formula) {
            return by(Basis.DERIVED, formula);
        }

        /** @param basis of a figure that is taken as it is */
        public Decision<T> by(Basis basis, String formula) {
            return new Decision<>(id, value, shown, basis, formula, List.copyOf(inputs));
        }
    }
}
