package dev.berth;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What GitHub runs for us is pinned, and may do no more than it must. */
class WorkflowsTest {

    private static List<Path> workflows() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(".github/workflows"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void everyActionIsPinnedByItsCommitAndNamesItsVersion() throws IOException {
        for (Path workflow : workflows()) {
            List<String> uses = Files.readAllLines(workflow).stream()
                    .filter(line -> line.contains("uses:"))
                    .toList();
            assertThat(uses)
                    .as("%s", workflow)
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line).matches(" +- uses: [a-z-]+/[a-z-]+@[0-9a-f]{40} # v[0-9.]+"));
        }
    }

    @Test
    void tokensMayReadTheRepositoryAndNothingElse() throws IOException {
        for (Path workflow : workflows()) {
            String text = Files.readString(workflow);
            assertThat(text).as("%s", workflow).contains("\npermissions:\n  contents: read\n\n");
            assertThat(text).as("%s", workflow).doesNotContain("write");
            assertThat(text).as("%s", workflow).doesNotContain("pull_request_target");
        }
    }

    /** Outputs of an environment belong to the same people as its values. */
    @Test
    void productionHasOwners() throws IOException {
        String owners = Files.readString(Path.of(".github/CODEOWNERS"));
        assertThat(owners)
                .contains("/values/prod.yaml ", "/charts-out/prod/ ", "/environments/prod/ ", "/bicep/prod/ ");
    }
}
