package dev.berth.render;

import dev.berth.plan.Decision;
import gg.jte.Content;
import gg.jte.TemplateOutput;

/**
 * A value on its way into a rendered file, with the decision it comes from. Templates print it like any value;
 * {@link MarkedOutput} records where it lands.
 *
 * @param value text, number or boolean as it is to be printed
 * @param decision id of the decision
 * @param because the reason, for a comment beside the value
 */
public record Explained<T>(T value, String decision, String because) implements Content {

    static <T> Explained<T> of(Decision<T> decision) {
        return new Explained<>(decision.value(), decision.id(), decision.because());
    }

    /** The decision's value in the form that the rendered file wants. */
    static <T> Explained<T> as(Decision<?> decision, T printed) {
        return new Explained<>(printed, decision.id(), decision.because());
    }

    @Override
    public void writeTo(TemplateOutput output) {
        throw new IllegalStateException("this kind of file holds no explained values: " + decision);
    }
}
