package dev.berth.cli;

import dev.berth.source.Problem;
import dev.berth.source.Span;
import java.util.List;
import java.util.Locale;

/** Prints problems: what, where with the line itself, what to do, where to read more. Counts come last. */
final class ProblemPrinter {

    private static final int LONGEST_EXCERPT = 120;

    private final Style style;

    ProblemPrinter(Style style) {
        this.style = style;
    }

    /** All problems as one text; empty when there are none. */
    String print(List<Problem> problems) {
        StringBuilder text = new StringBuilder();
        problems.forEach(problem -> print(problem, text));
        return problems.isEmpty()
                ? ""
                : text.append(counts(problems)).append('\n').toString();
    }

    private void print(Problem problem, StringBuilder text) {
        String title = problem.code().severity().word() + " " + problem.code().id();
        text.append(problem.isError() ? style.error(title) : style.warning(title))
                .append(": ")
                .append(problem.message())
                .append('\n');
        text.append("  ").append(problem.at()).append('\n');
        excerpt(problem.at(), text);
        text.append("  hint: ").append(problem.hint()).append('\n');
        text.append(style.faint(
                        "  docs: src/docs/problems.md#" + problem.code().id().toLowerCase(Locale.ROOT)))
                .append("\n\n");
    }

    private void excerpt(Span at, StringBuilder text) {
        String line = at.file().line(at.line());
        if (line.isBlank()) {
            return;
        }
        int width = String.valueOf(at.line()).length() + 2;
        String above = at.file().line(at.line() - 1);
        if (!above.isBlank()) {
            text.append(style.faint(number(at.line() - 1, width) + " | "))
                    .append(cut(above, 0))
                    .append('\n');
        }
        int start = Math.min(at.column() - 1, line.length());
        int end = at.endLine() == at.line() ? Math.min(at.endColumn() - 1, line.length()) : line.length();
        int from = Math.max(0, Math.min(start - LONGEST_EXCERPT / 2, line.length() - LONGEST_EXCERPT));
        int marked = Math.max(1, Math.min(end - start, LONGEST_EXCERPT - (start - from)));
        text.append(style.faint(number(at.line(), width) + " | "))
                .append(cut(line, from))
                .append('\n');
        text.append(style.faint(" ".repeat(width) + " | "))
                .append(" ".repeat(start - from))
                .append(style.error("^".repeat(marked)))
                .append('\n');
    }

    /** The part of a line that fits on a terminal. */
    private static String cut(String line, int from) {
        return line.substring(from, Math.min(line.length(), from + LONGEST_EXCERPT));
    }

    private static String number(int line, int width) {
        String digits = line < 1 ? "" : String.valueOf(line);
        return " ".repeat(width - digits.length()) + digits;
    }

    private static String counts(List<Problem> problems) {
        long errors = problems.stream().filter(Problem::isError).count();
        long warnings = problems.size() - errors;
        long files = problems.stream()
                .map(problem -> problem.at().file().path())
                .distinct()
                .count();
        String all = errors == 0
                ? Counted.of(warnings, "warning")
                : Counted.of(errors, "error") + (warnings == 0 ? "" : ", " + Counted.of(warnings, "warning"));
        return files > 1 ? all + " in " + files + " files" : all;
    }
}
