package dev.berth.verify;

/** What to do when the rendered tree itself is wrong: no value file can be the reason. */
final class TemplateDefect {

    static final String HINT = "the template is wrong: this is a defect of Berth, please report it";

    private TemplateDefect() {}
}
