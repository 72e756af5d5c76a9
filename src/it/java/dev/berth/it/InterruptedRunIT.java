package dev.berth.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that is killed leaves each file as it was or as it shall be, and the next run repairs. */
class InterruptedRunIT {

    private static final int ENVIRONMENTS = 20;
    private static final int KILLS = 5;

    @TempDir
    Path project;

    @Test
    void aKilledRunLeavesEveryFileOldOrNewAndTheNextOneRepairs() throws Exception {
        SplittableRandom random = new SplittableRandom(7);
        SortedMap<String, String> old = rendered(2048);
        SortedMap<String, String> fresh = rendered(4096);
        int interrupted = 0;
        for (int i = 0; i < KILLS; i++) {
            write(2048);
            assertThat(Built.run(project, "render").exit()).isZero();
            write(4096);
            interrupted += killWhileWriting(random.nextInt(60), fresh) ? 1 : 0;
            Golden.tree(project.resolve("charts-out")).forEach((path, text) -> {
                if (!path.endsWith(".tmp")) {
                    assertThat(text).as(path).isIn(old.get(path), fresh.get(path));
                }
            });
            assertThat(Built.run(project, "render").exit()).isZero();
            assertThat(Golden.tree(project.resolve("charts-out"))).isEqualTo(fresh);
        }
        assertThat(interrupted)
                .as("kills that came while files were being written")
                .isPositive();
    }

    private SortedMap<String, String> rendered(int context) throws Exception {
        write(context);
        assertThat(Built.run(project, "render").exit()).isZero();
        return Golden.tree(project.resolve("charts-out"));
    }

    private void write(int context) throws IOException {
        Files.createDirectories(project.resolve("values"));
        for (int i = 0; i < ENVIRONMENTS; i++) {
            Files.writeString(
                    project.resolve("values/env" + i + ".yaml"),
                    "apiVersion: berth.dev/v1\nazure: { regions: [westeurope] }\nmodels:\n  - { name: phi3.5, context: "
                            + context + " }\n");
        }
    }

    /** Kills the process some milliseconds after its first change; says whether it had more to do. */
    private boolean killWhileWriting(int milliseconds, SortedMap<String, String> fresh) throws Exception {
        SortedMap<String, String> before = Golden.tree(project.resolve("charts-out"));
        Process process = new ProcessBuilder(Built.command(project, "render"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Path watched = project.resolve("charts-out/env0/.berth.yaml");
        String marker = before.get("env0/.berth.yaml");
        while (process.isAlive() && Files.readString(watched).equals(marker)) {
            Thread.sleep(1);
        }
        Thread.sleep(milliseconds);
        process.destroyForcibly().waitFor();
        SortedMap<String, String> after = Golden.tree(project.resolve("charts-out"));
        return !after.equals(before) && !after.equals(fresh);
    }
}
