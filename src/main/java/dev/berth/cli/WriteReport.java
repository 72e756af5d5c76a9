package dev.berth.cli;

import dev.berth.cli.report.Style;
import dev.berth.write.Change;
import dev.berth.write.DirectoryChanges;
import java.util.List;

/** Says what a render changed on the disk. */
final class WriteReport {

    private static final int MOST_LINES = 20;

    private final Style style;

    WriteReport(Style style) {
        this.style = style;
    }

    String print(List<DirectoryChanges> directories, int environments) {
        List<Change> changes = DirectoryChanges.oldFirst(directories);
        StringBuilder text = new StringBuilder();
        changes.stream()
                .limit(MOST_LINES)
                .forEach(change -> text.append(line(change)).append('\n'));
        if (changes.size() > MOST_LINES) {
            text.append("  and ").append(changes.size() - MOST_LINES).append(" more\n");
        }
        return text.append("rendered ")
                .append(Counted.of(environments, "environment"))
                .append(": ")
                .append(summary(changes))
                .append('\n')
                .toString();
    }

    private String line(Change change) {
        if (change instanceof Change.Create) {
            return "  " + style.good("created") + " " + change.path();
        }
        return change instanceof Change.Update
                ? "  " + style.warning("changed") + " " + change.path()
                : "  " + style.bad("removed") + " " + change.path();
    }

    private static String summary(List<Change> changes) {
        long created = changes.stream().filter(Change.Create.class::isInstance).count();
        long changed = changes.stream().filter(Change.Update.class::isInstance).count();
        long removed = changes.size() - created - changed;
        return changes.isEmpty()
                ? "nothing to change"
                : created + " created, " + changed + " changed, " + removed + " removed";
    }
}
