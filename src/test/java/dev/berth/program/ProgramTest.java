package dev.berth.program;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.program.Program.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {

    /** More than a pipe holds. */
    private static final String LONG = "0123456789abcdef".repeat(20_000);

    @TempDir
    Path folder;

    private Program program(String script) throws IOException {
        Path file = folder.resolve("tool");
        Files.writeString(file, script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        return Program.find(folder.toString(), "tool").orElseThrow();
    }

    @Test
    void givesAllThatWasSaidAndTheExitCode() throws IOException {
        Answer answer = program("#!/bin/sh\necho \"$1 $NAME $PWD\"\necho no >&2\nexit 3\n")
                .run(List.of("a b"), folder.toRealPath(), Map.of("NAME", "value"), "");
        assertThat(answer).isEqualTo(new Answer(3, "a b value " + folder.toRealPath() + "\n", "no\n"));
    }

    @Test
    void longTextsInAllDirectionsDoNotWaitForEachOther() throws IOException {
        Answer answer = program("#!/bin/sh\ntee /dev/stderr\n").run(List.of(), folder, Map.of(), LONG);
        assertThat(answer).isEqualTo(new Answer(0, LONG, LONG));
    }

    @Test
    void aProgramNeedNotReadItsInput() throws IOException {
        Answer answer = program("#!/bin/sh\nexit 2\n").run(List.of(), folder, Map.of(), LONG);
        assertThat(answer.exit()).isEqualTo(2);
    }

    @Test
    void whatCannotBeRunIsNamed() throws IOException {
        Program program = program("#!/no/such/shell\n");
        Answer answer = program.run(List.of(), folder, Map.of(), "");
        assertThat(answer.exit()).isEqualTo(126);
        assertThat(answer.errors()).contains(program.path().toString());
    }
}
