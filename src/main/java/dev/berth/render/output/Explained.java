package dev.berth.render.output;

import dev.berth.plan.decision.Decision;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.function.Function;

/**
 * A value on its way into a rendered file, with the decision it comes from. Templates print it like any value;
 * {@link MarkedOutput} records where it lands.
 *
 * @param value text, number or boolean as it is to be printed
 * @param decision id of the decision
 * @param because the reason, for a comment beside the value
 */
public record Explained<T>(T value, String decision, String because) implements Content {

    public static <T> Explained<T> of(Decision<T> decision) {
        return new Explained<>(decision.value(), decision.id(), decision.because());
    }

    /** The decision's value in the form that the rendered file wants. */
    public static <T, R> Explained<R> as(Decision<T> decision, Function<T, R> form) {
        return new Explained<>(form.apply(decision.value()), decision.id(), decision.because());
    }

    /** The decision's value as people read it. */
    public static Explained<String> shown(Decision<?> decision) {
        return new Explained<>(decision.shown(), decision.id(), decision.because());
    }

    /** Why an autoscaler keeps to its bounds, for the object itself. */
    public static Explained<String> bounds(Decision<Integer> min, Decision<Integer> max) {
        return new Explained<>(
                "min " + min.value() + ": " + min.because() + "; max " + max.value() + ": " + max.because(),
                max.id(),
                max.because());
    }

    /** The same text, and more. */
    public static Explained<String> longer(Explained<String> text, String more) {
        return new Explained<>(text.value + more, text.decision, text.because);
    }

    /** Words and the decision that they rest on. */
    public static Explained<String> reason(String words, Decision<?> decision) {
        return new Explained<>(words + decision.shown() + ", " + decision.because(), decision.id(), decision.because());
    }

    @Override
    public void writeTo(TemplateOutput output) {
        throw new IllegalStateException("this kind of file holds no explained values: " + decision);
    }
}
