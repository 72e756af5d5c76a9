package dev.berth.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.berth.cli.report.Style;
import dev.berth.write.Change;
import dev.berth.write.DirectoryChanges;
import java.util.List;

/** Lists how the files on the disk differ from what the value files give, as short diffs. */
final class DriftReport {

    private static final int MOST_DIFF_LINES = 12;
    private static final int MOST_FILES = 20;
    private static final int CONTEXT_LINES = 1;
    private static final int DIFF_HEAD_LINES = 2;

    private final Style style;
    private final String repair;

    /** @param repair the command line that repairs drift */
    DriftReport(Style style, String repair) {
        this.style = style;
        this.repair = repair;
    }

    static boolean isEmpty(List<DirectoryChanges> directories) {
        return directories.stream().allMatch(directory -> directory.changes().isEmpty());
    }

    String print(List<DirectoryChanges> directories) {
        List<Change> changes = DirectoryChanges.oldFirst(directories);
        if (changes.isEmpty()) {
            return "no drift: the files are what the value files give\n";
        }
        StringBuilder text = new StringBuilder();
        changes.stream().limit(MOST_FILES).forEach(change -> print(change, text));
        if (changes.size() > MOST_FILES) {
            text.append("and ").append(changes.size() - MOST_FILES).append(" more files\n");
        }
        String files = Counted.of(changes.size(), "file") + (changes.size() == 1 ? " differs" : " differ");
        return text.append('\n')
                .append(style.error("drift"))
                .append(": ")
                .append(files)
                .append(" from what the value files give\nrepair it with: " + repair + "\n")
                .toString();
    }

    private void print(Change change, StringBuilder text) {
        if (change instanceof Change.Create) {
            text.append("missing ").append(change.path()).append('\n');
        } else if (change instanceof Change.Remove) {
            text.append("stale   ").append(change.path()).append('\n');
        } else if (change instanceof Change.Update update) {
            text.append("changed ").append(change.path()).append('\n');
            diff(update, text);
        }
    }

    private void diff(Change.Update update, StringBuilder text) {
        List<String> before = update.before().lines().toList();
        List<String> after = update.text().lines().toList();
        List<String> lines =
                UnifiedDiffUtils.generateUnifiedDiff("", "", before, DiffUtils.diff(before, after), CONTEXT_LINES);
        List<String> body = lines.subList(Math.min(DIFF_HEAD_LINES, lines.size()), lines.size());
        body.stream()
                .limit(MOST_DIFF_LINES)
                .forEach(line -> text.append("  ").append(coloured(line)).append('\n'));
        if (body.isEmpty()) {
            text.append("  line ends or the end of the file differ\n");
        } else if (body.size() > MOST_DIFF_LINES) {
            text.append("  and ").append(body.size() - MOST_DIFF_LINES).append(" more lines\n");
        }
    }

    private String coloured(String line) {
        return line.startsWith("+") ? style.good(line) : line.startsWith("-") ? style.bad(line) : style.faint(line);
    }
}
