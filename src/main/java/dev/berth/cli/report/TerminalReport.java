package dev.berth.cli.report;

import dev.berth.cli.report.Section.Fact;
import dev.berth.cli.report.Section.Facts;
import dev.berth.cli.report.Section.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Prints sections as people read them on a terminal: each fits the width, and all of them fit a screen. */
public final class TerminalReport {

    private static final int WIDTH = 120;
    private static final String INDENT = "  ";

    private final Style style;

    public TerminalReport(Style style) {
        this.style = style;
    }

    public String print(PlanReport report) {
        List<String> lines = new ArrayList<>();
        lines.add(style.heading(report.title()));
        for (Section section : report.sections()) {
            lines.add("");
            lines.addAll(section(section));
        }
        return String.join("\n", lines) + "\n";
    }

    private List<String> section(Section section) {
        List<String> lines = new ArrayList<>();
        String title = section.title().toUpperCase(Locale.ROOT);
        if (section instanceof Grid grid) {
            List<String> rows = grid.table().lines();
            lines.add(style.heading(title) + (grid.aside().isEmpty() ? "" : INDENT + grid.aside()));
            lines.add(INDENT + style.faint(rows.get(0)));
            rows.subList(1, rows.size()).forEach(row -> lines.add(INDENT + row));
        } else if (section instanceof Facts facts) {
            lines.add(style.heading(title) + (facts.aside().isEmpty() ? "" : INDENT + facts.aside()));
            int width = facts.facts().stream()
                    .mapToInt(fact -> fact.name().length())
                    .max()
                    .orElse(0);
            facts.facts().forEach(fact -> lines.addAll(fact(fact, width)));
        }
        section.notes().stream()
                .flatMap(note -> wrap(note, WIDTH - INDENT.length()).stream())
                .forEach(line -> lines.add(INDENT + style.faint(line)));
        return lines;
    }

    private List<String> fact(Fact fact, int width) {
        String blanks = " ".repeat(width - fact.name().length()) + INDENT;
        String name = INDENT + tone(fact) + blanks;
        int indent = 2 * INDENT.length() + width;
        List<String> lines = new ArrayList<>();
        for (String line : wrap(fact.text(), WIDTH - indent)) {
            lines.add((lines.isEmpty() ? name : " ".repeat(indent)) + line);
        }
        return lines;
    }

    private String tone(Fact fact) {
        return switch (fact.tone()) {
            case PLAIN -> fact.name();
            case LIMIT -> style.bad(fact.name());
            case RISK -> style.warning(fact.name());
        };
    }

    private static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
