package dev.berth.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher finds its project from any folder, through links, and through paths with spaces. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class LauncherIT {

    @TempDir
    Path temporary;

    private Path project;

    @BeforeEach
    void install() throws IOException {
        project = temporary.resolve("my projects/llm platform");
        Files.createDirectories(project);
        Files.copy(Built.REPOSITORY.resolve("berth"), project.resolve("berth"));
        assertThat(project.resolve("berth").toFile().setExecutable(true)).isTrue();
        Built.copyTree(Built.REPOSITORY.resolve("values"), project.resolve("values"));
    }

    private void build() throws IOException {
        Files.createDirectories(project.resolve("target"));
        Files.copy(Built.JAR, project.resolve("target/berth.jar"));
        Files.copy(Built.REPOSITORY.resolve("target/berth.jsa"), project.resolve("target/berth.jsa"));
        Built.copyTree(Built.REPOSITORY.resolve("target/lib"), project.resolve("target/lib"));
    }

    private Built.Answer launch(Path launcher, Path from, String... arguments) throws Exception {
        List<String> command = new java.util.ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        return Built.run(command, from, Map.of());
    }

    @Test
    void worksFromAnyFolderAndThroughLinks() throws Exception {
        build();
        Path elsewhere = Files.createDirectories(temporary.resolve("else where"));
        Path link = Files.createSymbolicLink(temporary.resolve("berth link"), project.resolve("berth"));
        for (Path launcher : List.of(project.resolve("berth"), link)) {
            Built.Answer answer = launch(launcher, elsewhere, "plan", "prod");
            assertThat(answer.text()).startsWith("prod in westeurope");
            assertThat(answer.exit()).isZero();
        }
        assertThat(launch(link, elsewhere, "render").text()).contains("rendered 3 environments");
        assertThat(project.resolve("charts-out/prod/ollama/values.yaml")).exists();
        assertThat(elsewhere).isEmptyDirectory();
        assertThat(launch(link, elsewhere, "render", "--check").exit()).isZero();
    }

    @Test
    void saysHowToBuildWhatIsMissing() throws Exception {
        Built.Answer answer = launch(project.resolve("berth"), temporary, "plan", "prod");
        assertThat(answer.exit()).isEqualTo(2);
        assertThat(answer.text()).contains("mvn").contains("package");
    }

    @Test
    void passesExitCodesOn() throws Exception {
        build();
        assertThat(launch(project.resolve("berth"), temporary, "plan", "nothing")
                        .exit())
                .isEqualTo(1);
        assertThat(launch(project.resolve("berth"), temporary, "plann").exit()).isEqualTo(2);
        assertThat(launch(project.resolve("berth"), temporary, "render", "--check")
                        .exit())
                .isEqualTo(3);
    }
}
