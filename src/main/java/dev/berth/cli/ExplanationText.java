package dev.berth.cli;

import dev.berth.catalog.Citation;
import dev.berth.cli.report.Style;
import dev.berth.explain.Explanation;
import dev.berth.model.Basis;
import dev.berth.plan.decision.Decision;
import dev.berth.plan.decision.Input;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An explanation as a tree: the value, its formula, and below it what it was made from, down to files and sources. */
final class ExplanationText {

    private static final String STEP = "  ";

    private final Style style;
    private final StringBuilder text = new StringBuilder();
    private final Set<String> explained = new HashSet<>();

    /** Sources in the order of their first mention; the text cites them by number. */
    private final List<String> sources = new ArrayList<>();

    ExplanationText(Style style) {
        this.style = style;
    }

    String print(Explanation explanation) {
        if (explanation instanceof Explanation.Decided decided) {
            decision(decided.decision(), "");
        } else if (explanation instanceof Explanation.Landed landed) {
            line("", landed.address() + " = " + landed.value());
            line(STEP, "in " + landed.file() + ", from");
            decision(landed.decision(), STEP);
        } else if (explanation instanceof Explanation.Fixed fixed) {
            line("", fixed.address() + " = " + fixed.value());
            line(
                    STEP,
                    "in " + fixed.file()
                            + ": from a template, the value file or the catalogue; no number of the plan stands here");
        }
        for (int i = 0; i < sources.size(); i++) {
            line("", (i == 0 ? "\n" : "") + style.faint("[" + (i + 1) + "] " + sources.get(i)));
        }
        return text.toString();
    }

    private void decision(Decision<?> decision, String indent) {
        decision(decision, decision.inputs(), indent);
    }

    private void decision(Decision<?> decision, List<Input> inputs, String indent) {
        String title = style.heading(decision.id() + " = " + decision.shown());
        if (explained.add(decision.id())) {
            line(indent, title + "  " + decision.basis().word());
            line(indent + STEP, decision.formula());
            inputs.forEach(input -> input(input, indent + STEP));
        } else {
            line(indent, title + "  " + style.faint("see above"));
        }
    }

    /** What a set value would be derived from is told only where it is asked for itself. */
    private static List<Input> ownInputs(Decision<?> decision) {
        return decision.basis() == Basis.PINNED ? decision.inputs().subList(0, 1) : decision.inputs();
    }

    private void input(Input input, String indent) {
        if (input instanceof Input.FromDecision from) {
            decision(from.decision(), ownInputs(from.decision()), indent);
        } else if (input instanceof Input.FromSetting from) {
            line(indent, from.setting() + "  " + style.faint(from.setting().at().toString()));
        } else if (input instanceof Input.FromCatalog from) {
            Citation citation = from.citation();
            String place = citation.at().file() + ":" + citation.at().line() + " [" + number(citation) + "]";
            line(indent, citation.row() + ": " + from.figure() + " " + from.value() + "  " + style.faint(place));
        }
    }

    private int number(Citation citation) {
        String source = citation.source() + ", " + citation.date();
        if (!sources.contains(source)) {
            sources.add(source);
        }
        return sources.indexOf(source) + 1;
    }

    private void line(String indent, String content) {
        text.append(indent).append(content).append('\n');
    }
}
