package dev.berth.cli;

import dev.berth.cli.report.Table;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.Supplier;

/** How long the stages of a run took. Environments are worked on side by side: their times are added up. */
final class Timings {

    /** A stage, in the order of the data's way. */
    enum Stage {
        CATALOGUE("catalogue and schema"),
        LOAD("load"),
        PLAN("plan"),
        RENDER("render"),
        COMPARE("compare"),
        WRITE("write");

        private final String word;

        Stage(String word) {
            this.word = word;
        }
    }

    private final AtomicLongArray nanos = new AtomicLongArray(Stage.values().length);

    <T> T time(Stage stage, Supplier<T> work) {
        long start = System.nanoTime();
        try {
            return work.get();
        } finally {
            nanos.addAndGet(stage.ordinal(), System.nanoTime() - start);
        }
    }

    /** A table of the stages and of the whole process so far. */
    String print() {
        Table table = new Table("lr").row("STAGE", "seconds");
        for (Stage stage : Stage.values()) {
            table.row(stage.word, seconds(nanos.get(stage.ordinal()) / 1e9));
        }
        long start = ManagementFactory.getRuntimeMXBean().getStartTime();
        table.row("since the JVM began", seconds((System.currentTimeMillis() - start) / 1e3));
        return String.join("\n", table.lines()) + "\n";
    }

    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.2f", seconds);
    }
}
