package dev.berth.cli.report;

import java.util.ArrayList;
import java.util.List;

/** Rows of cells, printed in columns as wide as their widest cell. */
public final class Table {

    private static final String GAP = "   ";

    private final List<List<String>> rows = new ArrayList<>();
    private final List<Boolean> right;

    /** @param alignment one letter for each column: l or r */
    public Table(String alignment) {
        right = alignment.chars().mapToObj(letter -> letter == 'r').toList();
    }

    public Table row(String... cells) {
        rows.add(List.of(cells));
        return this;
    }

    /** The lines, without blanks at their ends. */
    public List<String> lines() {
        return rows.stream().map(this::line).toList();
    }

    /** The rows as a Markdown table; the first names the columns. */
    List<String> markdown() {
        List<String> lines = new ArrayList<>();
        for (List<String> row : rows) {
            lines.add("| "
                    + String.join(" | ", row.stream().map(MarkdownReport::text).toList()) + " |");
            if (lines.size() == 1) {
                lines.add("|"
                        + String.join(
                                "|", right.stream().map(r -> r ? "---:" : "---").toList()) + "|");
            }
        }
        return lines;
    }

    private String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            String cell = cells.get(column);
            String blanks = " ".repeat(width(column) - cell.length());
            line.append(column == 0 ? "" : GAP).append(right.get(column) ? blanks + cell : cell + blanks);
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
