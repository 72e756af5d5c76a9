package dev.berth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.plan.Plans;
import dev.berth.testing.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RenderCommandTest {

    @TempDir
    Path project;

    private void value(String environment, String text) throws IOException {
        Files.createDirectories(project.resolve("values"));
        Files.writeString(project.resolve("values/" + environment + ".yaml"), text);
    }

    private SortedMap<String, String> render() throws IOException {
        assertThat(Berth.run(project, "render").exit()).isZero();
        return Golden.tree(project.resolve("charts-out"));
    }

    @Test
    void aRenamedEnvironmentMovesItsOutputAndLeavesNothingBehind() throws IOException {
        value("prod", Plans.serving("name: phi3.5"));
        SortedMap<String, String> before = render();
        Files.move(project.resolve("values/prod.yaml"), project.resolve("values/live.yaml"));
        SortedMap<String, String> after = render();
        assertThat(project.resolve("charts-out/prod")).doesNotExist();
        assertThat(after.keySet())
                .containsExactlyElementsOf(before.keySet().stream()
                        .map(path -> path.replace("prod/", "live/"))
                        .toList());
    }

    @Test
    void oneBrokenEnvironmentKeepsAllAsTheyWere() throws IOException {
        value("prod", Plans.serving("name: phi3.5"));
        SortedMap<String, String> before = render();
        value("prod", Plans.serving("name: gemma2:2b"));
        value("dev", Plans.serving("name: nothing"));
        assertThat(Berth.run(project, "render").exit()).isEqualTo(ExitCode.PROBLEMS);
        assertThat(Golden.tree(project.resolve("charts-out"))).isEqualTo(before);
    }

    @Test
    void aCommentAndWindowsLineEndsChangeNoByte() throws IOException {
        value("prod", Plans.serving("name: phi3.5, context: 2048"));
        SortedMap<String, String> before = render();
        value("prod", "# a comment\n" + Plans.serving("name: phi3.5, context: 2048"));
        assertThat(render()).isEqualTo(before);
        value("prod", Plans.serving("name: phi3.5, context: 2048").replace("\n", "\r\n"));
        assertThat(render()).isEqualTo(before);
        assertThat(Berth.run(project, "render", "--check").exit()).isZero();
    }

    @Test
    void aChangeOfOneEnvironmentChangesNoFileOfAnother() throws IOException {
        value("prod", Plans.serving("name: phi3.5"));
        value("dev", Plans.serving("name: phi3.5"));
        SortedMap<String, String> before = render();
        value("dev", Plans.serving("name: gemma2:2b"));
        SortedMap<String, String> after = render();
        assertThat(after.tailMap("prod/")).isEqualTo(before.tailMap("prod/"));
        assertThat(after).isNotEqualTo(before);
    }
}
