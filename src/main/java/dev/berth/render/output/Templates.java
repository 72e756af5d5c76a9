package dev.berth.render.output;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.util.Map;

/** The precompiled JTE templates, by their path below {@code src/main/jte}. */
public final class Templates {

    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
            null, ContentType.Plain, Templates.class.getClassLoader(), "dev.berth.templates");

    private Templates() {}

    /** Renders a template that prints the given view; its name tells the language. */
    public static MarkedOutput render(String template, Map<String, Object> parameters) {
        MarkedOutput output = template.endsWith(".bicepparam") ? new BicepOutput() : new YamlOutput();
        ENGINE.render(template + ".jte", parameters, output);
        return output;
    }
}
