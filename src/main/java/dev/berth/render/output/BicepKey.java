package dev.berth.render.output;

import gg.jte.Content;
import gg.jte.TemplateOutput;

/** The key of an entry in a Bicep object; {@link BicepOutput} quotes it where Bicep wants that. */
public record BicepKey(String name) implements Content {

    @Override
    public void writeTo(TemplateOutput output) {
        throw new IllegalStateException("only Bicep files hold such keys: " + name);
    }
}
