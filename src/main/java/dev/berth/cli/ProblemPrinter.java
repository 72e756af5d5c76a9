package dev.berth.cli;

import dev.berth.source.Problem;
import dev.berth.source.Severity;
import dev.berth.source.Span;
import java.util.List;

/** Prints problems: what, where with the line itself, what to do, where to read more. Counts come last. */
final class ProblemPrinter {

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
                        "  docs: src/docs/problems.md#" + problem.code().id().toLowerCase(java.util.Locale.ROOT)))
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
                    .append(above)
                    .append('\n');
        }
        text.append(style.faint(number(at.line(), width) + " | ")).append(line).append('\n');
        int start = Math.min(at.column() - 1, line.length());
        int end = at.endLine() == at.line() ? Math.min(at.endColumn() - 1, line.length()) : line.length();
        text.append(style.faint(" ".repeat(width) + " | "))
                .append(" ".repeat(start))
                .append(style.error("^".repeat(Math.max(1, end - start))))
                .append('\n');
    }

    private static String number(int line, int width) {
        String digits = line < 1 ? "" : String.valueOf(line);
        return " ".repeat(width - digits.length()) + digits;
    }

    private static String counts(List<Problem> problems) {
        long errors = problems.stream().filter(Problem::isError).count();
        long warnings = problems.stream()
                .filter(problem -> problem.code().severity() == Severity.WARNING)
                .count();
        long files = problems.stream()
                .map(problem -> problem.at().file().path())
                .distinct()
                .count();
        String both = errors > 0 && warnings > 0 ? ", " : "";
        return count(errors, "error") + both + count(warnings, "warning") + " in " + count(files, "file");
    }

    private static String count(long number, String word) {
        return number == 0 ? "" : number + " " + word + (number == 1 ? "" : "s");
    }
}
