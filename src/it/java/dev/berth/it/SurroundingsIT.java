package dev.berth.it;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.Golden;
import dev.berth.testing.Tools;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What surrounds a run - locale, time zone, user, terminal - does not change what it does. */
class SurroundingsIT {

    private static final Pattern WROTE_EVERYTHING = Pattern.compile(": [1-9][0-9]* created, 0 changed, 0 removed");

    @TempDir
    Path project;

    private void copyValues() throws Exception {
        Built.copyTree(Built.REPOSITORY.resolve("values"), project.resolve("values"));
    }

    @Test
    void anyLocaleAndTimeZoneGiveTheCommittedBytes() throws Exception {
        copyValues();
        Map<String, String> turkish = Map.of(
                "JAVA_TOOL_OPTIONS",
                "-Duser.language=tr -Duser.country=TR -Duser.timezone=Asia/Kathmandu -Dfile.encoding=ISO-8859-9");
        assertThat(Built.run(Built.command(project, "render"), project, turkish).exit())
                .isZero();
        for (String part : List.of("charts-out", "environments")) {
            assertThat(Golden.tree(project.resolve(part))).isEqualTo(Golden.tree(Built.REPOSITORY.resolve(part)));
        }
        Built.Answer verified = Built.run(Built.command(project, "verify"), project, turkish);
        assertThat(verified.text()).containsPattern("[1-9][0-9]* objects of 3 environments, all valid");
    }

    @Test
    void aFileWithoutReadPermissionIsAProblemAndNothingIsWritten() throws Exception {
        copyValues();
        Files.setPosixFilePermissions(
                project.resolve("values/prod.yaml"), PosixFilePermissions.fromString("---------"));
        Files.setPosixFilePermissions(project, PosixFilePermissions.fromString("rwxr-xr-x"));
        Built.Answer answer = Built.run(unprivileged(Built.command(project, "render")), project, Map.of());
        assertThat(answer.text())
                .contains("error V003")
                .contains("values/prod.yaml:1:1")
                .contains("1 error\n");
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(project.resolve("charts-out")).doesNotExist();
    }

    @Test
    void aReadOnlyOutputDirectoryIsAProblemAndNothingIsWritten() throws Exception {
        copyValues();
        assertThat(Built.run(project, "render").exit()).isZero();
        Files.writeString(
                project.resolve("values/dev.yaml"),
                Files.readString(project.resolve("values/dev.yaml")).replace("max: 2", "max: 3"));
        var before = Golden.tree(project.resolve("charts-out"));
        Files.setPosixFilePermissions(project, PosixFilePermissions.fromString("rwxrwxrwx"));
        Files.setPosixFilePermissions(project.resolve("charts-out/dev"), PosixFilePermissions.fromString("r-xr-xr-x"));
        Built.Answer answer = Built.run(unprivileged(Built.command(project, "render")), project, Map.of());
        assertThat(answer.text()).contains("error W003").contains("charts-out/dev");
        assertThat(answer.exit()).isEqualTo(1);
        assertThat(Golden.tree(project.resolve("charts-out"))).isEqualTo(before);
    }

    @Test
    void aPipeInThePlaceOfAFileIsAProblemAndNobodyWaitsForIt() throws Exception {
        copyValues();
        Files.delete(project.resolve("values/prod.yaml"));
        Tools.require("mkfifo");
        assertThat(Built.run(
                                List.of(
                                        "mkfifo",
                                        project.resolve("values/prod.yaml").toString()),
                                project,
                                Map.of())
                        .exit())
                .isZero();
        Built.Answer answer = Built.run(project, "render");
        assertThat(answer.text()).contains("error V003").contains("it is a device or a pipe");
        assertThat(answer.exit()).isEqualTo(1);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskBehindStandardOutputIsAnError() throws Exception {
        copyValues();
        List<String> command = new ArrayList<>(List.of("sh", "-c", "\"$@\" > /dev/full", "sh"));
        command.addAll(Built.command(project, "plan", "prod"));
        Built.Answer answer = Built.run(command, project, Map.of());
        assertThat(answer.text()).startsWith("error: standard output cannot be written: ");
        assertThat(answer.exit()).isEqualTo(1);
    }

    @Test
    void runsAtTheSameTimeWaitForEachOther() throws Exception {
        copyValues();
        List<Process> runs = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            runs.add(new ProcessBuilder(Built.command(project, "render"))
                    .redirectErrorStream(true)
                    .start());
        }
        int created = 0;
        for (Process run : runs) {
            String said = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(run.waitFor()).as(said).isZero();
            created += WROTE_EVERYTHING.matcher(said).find() ? 1 : 0;
        }
        assertThat(created).as("runs that found nothing and wrote everything").isEqualTo(1);
        for (String part : List.of("charts-out", "environments")) {
            assertThat(Golden.tree(project.resolve(part))).isEqualTo(Golden.tree(Built.REPOSITORY.resolve(part)));
        }
        assertThat(project.resolve(".berth.lock")).doesNotExist();
    }

    /** Root may read and write everything: then the command runs as nobody. */
    private static List<String> unprivileged(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        Tools.require("setpriv");
        List<String> wrapped = new ArrayList<>(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
        wrapped.addAll(command);
        return wrapped;
    }

    @Test
    void onATerminalInitAsksForWhatItWasNotTold() throws Exception {
        copyValues();
        assertThat(Built.run(project, "render").exit()).isZero();
        Tools.require("script");
        List<String> command = new ArrayList<>();
        Built.command(project, "init", "--env", "test").forEach(word -> command.add("'" + word + "'"));
        String typed = "printf 'westerope\\nwesteurope\\nllama3.1:8b, phi3.5\\n\\ny\\n' | script -qec \""
                + String.join(" ", command) + "\" /dev/null";
        Built.Answer answer = Built.run(List.of("sh", "-c", typed), project, Map.of());
        assertThat(answer.text())
                .contains("Azure regions")
                .contains("`westerope` is not known; did you mean `westeurope`?")
                .contains("wrote values/test.yaml")
                .contains("removed example prod");
        assertThat(Golden.tree(project.resolve("values")).keySet())
                .containsExactlyInAnyOrder("defaults.yaml", "test.yaml", "values.schema.json");
        assertThat(project.resolve("charts-out/prod")).doesNotExist();
        assertThat(Built.run(project, "plan", "test").exit()).isZero();
    }
}
