package dev.berth.cli;

import dev.berth.cli.report.Style;
import dev.berth.source.Problem;
import dev.berth.source.SourceFile;
import dev.berth.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints problems: what, where with the line itself, what to do, where to read more. Counts come last. */
final class ProblemPrinter {

    private static final int LONGEST_EXCERPT = 120;

    private final Style style;
    private final StringBuilder text = new StringBuilder();

    /** Lines of the files that were shown already. */
    private final Map<SourceFile, List<String>> lines = new HashMap<>();

    ProblemPrinter(Style style) {
        this.style = style;
    }

    /** All problems as one text; empty when there are none. */
    String print(List<Problem> problems) {
        problems.forEach(this::print);
        return problems.isEmpty()
                ? ""
                : text.append(counts(problems)).append('\n').toString();
    }

    private void print(Problem problem) {
        String title = problem.code().severity().word() + " " + problem.code().id();
        text.append(problem.isError() ? style.error(title) : style.warning(title))
                .append(": ")
                .append(Printable.of(problem.message()))
                .append("\n  ")
                .append(Printable.of(problem.at().toString()))
                .append('\n');
        excerpt(problem.at());
        text.append("  hint: ").append(Printable.of(problem.hint())).append('\n');
        String anchor = problem.code().id().toLowerCase(Locale.ROOT);
        text.append(style.faint("  docs: src/docs/problems.md#" + anchor)).append("\n\n");
    }

    private void excerpt(Span at) {
        String line = line(at.file(), at.line());
        if (line.isBlank()) {
            return;
        }
        int width = String.valueOf(at.line()).length() + 2;
        String above = line(at.file(), at.line() - 1);
        if (!above.isBlank()) {
            excerptLine(number(at.line() - 1, width), cut(above, 0));
        }
        int start = Math.min(at.column() - 1, line.length());
        int end = at.endLine() == at.line() ? Math.min(at.endColumn() - 1, line.length()) : line.length();
        int from = Math.max(0, Math.min(start - LONGEST_EXCERPT / 2, line.length() - LONGEST_EXCERPT));
        int marked = Math.max(1, Math.min(end - start, LONGEST_EXCERPT - (start - from)));
        excerptLine(number(at.line(), width), cut(line, from));
        text.append(style.faint(" ".repeat(width) + " | "))
                .append(" ".repeat(start - from))
                .append(style.error("^".repeat(marked)))
                .append('\n');
    }

    private void excerptLine(String number, String line) {
        text.append(style.faint(number + " | ")).append(Printable.of(line)).append('\n');
    }

    private String line(SourceFile file, int number) {
        List<String> all =
                lines.computeIfAbsent(file, source -> source.text().lines().toList());
        return number >= 1 && number <= all.size() ? all.get(number - 1) : "";
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
