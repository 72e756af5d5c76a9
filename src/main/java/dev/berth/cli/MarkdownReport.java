package dev.berth.cli;

import dev.berth.cli.Section.Facts;
import dev.berth.cli.Section.Grid;
import dev.berth.source.Problem;
import java.util.ArrayList;
import java.util.List;

/** Prints sections as Markdown, for pull requests and wikis. */
final class MarkdownReport {

    private MarkdownReport() {}

    /** @param problems which a terminal shows apart */
    static String print(PlanReport report, List<Problem> problems) {
        List<String> lines = new ArrayList<>();
        lines.add("## " + text(report.title()));
        if (!problems.isEmpty()) {
            lines.add("");
            problems.forEach(problem -> lines.add("- **"
                    + problem.code().severity().word() + " " + problem.code().id() + "**: " + text(problem.message())));
        }
        for (Section section : report.sections()) {
            lines.add("\n### " + section.title());
            if (!section.aside().isEmpty()) {
                lines.add("\n" + text(section.aside()));
            }
            lines.add("");
            if (section instanceof Grid grid) {
                lines.addAll(grid.table().markdown());
            } else if (section instanceof Facts facts) {
                facts.facts().forEach(fact -> lines.add("- **" + text(fact.name()) + "**: " + text(fact.text())));
            }
            section.notes().forEach(note -> lines.add("\n" + text(note)));
        }
        return String.join("\n", lines) + "\n";
    }

    /** What Markdown would take for markup or HTML. */
    static String text(String plain) {
        return plain.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("*", "\\*")
                .replace("_", "\\_")
                .replace("<", "&lt;");
    }
}
