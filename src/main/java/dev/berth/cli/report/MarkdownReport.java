package dev.berth.cli.report;

import dev.berth.cli.report.Section.Facts;
import dev.berth.cli.report.Section.Grid;
import dev.berth.source.Problem;
import java.util.ArrayList;
import java.util.List;

/** Prints sections as Markdown, for pull requests and wikis. */
public final class MarkdownReport {

    private MarkdownReport() {}

    public static String print(PlanReport report) {
        List<String> lines = new ArrayList<>();
        lines.add("## " + text(report.title()));
        List<Problem> problems = report.problems();
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

    /** What Markdown would take for markup or HTML is escaped, but for what stands in backticks. */
    static String text(String plain) {
        String[] parts = plain.split("`", -1);
        for (int part = 0; part < parts.length; part++) {
            boolean isCode = part % 2 == 1;
            parts[part] = isCode ? parts[part].replace("|", "\\|") : escaped(parts[part]);
        }
        return String.join("`", parts);
    }

    private static String escaped(String plain) {
        return plain.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("*", "\\*")
                .replace("_", "\\_")
                .replace("<", "&lt;");
    }
}
