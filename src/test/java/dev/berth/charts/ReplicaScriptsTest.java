package dev.berth.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.charts.Scripts.Ended;
import dev.berth.testing.Tools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What runs beside the server of a replica, run for real; the ordinal is 1. */
class ReplicaScriptsTest {

    @TempDir
    Path folder;

    private Scripts scripts;

    @BeforeEach
    void twoHomes() throws IOException {
        Tools.require("sh");
        scripts = Scripts.in(folder);
        scripts.mount("homes/embeddings", "");
        scripts.mount("homes/0", "other:1");
        scripts.mount("homes/1", "big:1 small:1");
    }

    private String homes() {
        return folder.resolve("homes").toString();
    }

    private static List<String> loads(List<String> calls) {
        return calls.stream().filter(call -> call.startsWith("run ")).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fill.sh", "keep.sh", "started.sh", "wait.sh"})
    void shellcheckFindsNothing(String script) throws IOException, InterruptedException {
        Path file = folder.resolve(script);
        Files.writeString(file, Scripts.text(script));
        Process process = new ProcessBuilder(Tools.require("shellcheck").toString(), "--shell=sh", file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    @Test
    void waitsForTheMark() throws IOException, InterruptedException {
        scripts.withoutSleep();
        Path mark = scripts.share(".berth/0123456789ab");
        Process process = scripts.start("wait.sh", mark.toString(), "ollama-models-0123456789ab");
        scripts.until(calls -> calls.size() > 26);
        assertThat(process.isAlive()).isTrue();
        Files.createDirectories(mark.getParent());
        Files.createFile(mark);
        Ended ended = scripts.end(process);
        assertThat(ended.code()).isZero();
        assertThat(ended.said().lines())
                .as("once a minute")
                .startsWith(
                        "waiting for the models since 0 s: Job ollama-models-0123456789ab has not completed them yet",
                        "waiting for the models since 60 s: Job ollama-models-0123456789ab has not completed them yet",
                        "waiting for the models since 120 s: Job ollama-models-0123456789ab has not completed them yet")
                .endsWith("the models are there");
        assertThat(scripts.calls()).containsOnly("sleep 5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wait.sh", "keep.sh"})
    void stopsWhenItIsTold(String script) throws IOException, InterruptedException {
        scripts.state("serving", "");
        Process process = scripts.start(script, homes() + (script.equals("wait.sh") ? "/nothing" : ""), "job");
        if (script.equals("keep.sh")) {
            scripts.until(calls -> loads(calls).size() == 2);
        } else {
            Thread.sleep(300);
        }
        long before = System.nanoTime();
        assertThat(scripts.stop(process).code()).isEqualTo(script.equals("wait.sh") ? 143 : 0);
        assertThat(System.nanoTime() - before)
                .as("without waiting for its pause")
                .isLessThan(3_000_000_000L);
    }

    @Test
    void loadsTheHomesOfItsOrdinalInTheirOrderForEver() throws IOException, InterruptedException {
        scripts.withoutSleep();
        Process process = scripts.start("keep.sh", homes());
        scripts.until(calls -> Collections.frequency(calls, "sleep 1") > 1);
        assertThat(loads(scripts.calls())).as("the server does not answer yet").isEmpty();
        scripts.state("serving", "");
        scripts.until(calls -> Collections.frequency(calls, "sleep 60") > 2);
        scripts.stop(process);
        assertThat(loads(scripts.calls()))
                .startsWith(
                        "run --keepalive=-1s big:1 ",
                        "run --keepalive=-1s small:1 ",
                        "run --keepalive=-1s big:1 ",
                        "run --keepalive=-1s small:1 ")
                .noneMatch(call -> call.contains("other:1"));
        assertThat(scripts.said().lines())
                .as("said once")
                .containsExactly("big:1: loaded, and kept", "small:1: loaded, and kept");
    }

    @Test
    void aModelForEmbeddingsIsLoadedWithAText() throws IOException, InterruptedException {
        scripts.mount("homes/embeddings", "other:1 small:1");
        scripts.withoutSleep();
        scripts.state("serving", "");
        Process process = scripts.start("keep.sh", homes());
        scripts.until(calls -> calls.contains("sleep 60"));
        scripts.stop(process);
        assertThat(loads(scripts.calls()))
                .startsWith("run --keepalive=-1s big:1 ", "run --keepalive=-1s small:1 ready");
    }

    /** What is not in the set would be pulled, into a share that cannot be written. */
    @Test
    void aModelThatIsNotThereIsSaidAndNotPulled() throws IOException, InterruptedException {
        scripts.state("broken", "show big:1\n");
        scripts.withoutSleep();
        scripts.state("serving", "");
        Process process = scripts.start("keep.sh", homes());
        scripts.until(calls -> calls.contains("sleep 10"));
        scripts.state("broken", "");
        scripts.until(calls -> calls.contains("sleep 60"));
        scripts.stop(process);
        assertThat(loads(scripts.calls())).startsWith("run --keepalive=-1s small:1 ", "run --keepalive=-1s big:1 ");
        assertThat(scripts.said()).contains("big:1: not loaded: Error: out of luck\n", "big:1: loaded, and kept\n");
    }

    @Test
    void anOrdinalWithoutHomesKeepsNothing() throws IOException, InterruptedException {
        Files.delete(folder.resolve("homes/1"));
        scripts.withoutSleep();
        scripts.state("serving", "");
        Process process = scripts.start("keep.sh", homes());
        scripts.until(calls -> calls.contains("sleep 60"));
        scripts.stop(process);
        assertThat(loads(scripts.calls())).isEmpty();
        assertThat(scripts.said()).isEmpty();
        assertThat(scripts.run("started.sh", homes()).code()).isZero();
    }

    @Test
    void isStartedWhenEveryHomeIsLoaded() throws IOException, InterruptedException {
        scripts.state("broken", "ps \n");
        assertThat(scripts.run("started.sh", homes()).code()).isEqualTo(1);
        scripts.state("broken", "");
        assertThat(scripts.run("started.sh", homes()).said()).isEqualTo("big:1 is not loaded yet\n");
        scripts.state("loaded", "big:1    0123456789ab    9 GB    100% GPU    4096    Forever\n");
        Ended half = scripts.run("started.sh", homes());
        assertThat(half.code()).isEqualTo(1);
        assertThat(half.said()).isEqualTo("small:1 is not loaded yet\n");
        scripts.state(
                "loaded",
                "big:1    0123456789ab    9 GB    100% GPU    4096    Forever\n"
                        + "small:1-instruct    1123456789ab    2 GB    100% GPU    4096    Forever\n");
        assertThat(scripts.run("started.sh", homes()).code())
                .as("another model")
                .isEqualTo(1);
        scripts.state(
                "loaded",
                "small:1    1123456789ab    2 GB    100% GPU    4096    Forever\n"
                        + "big:1    0123456789ab    9 GB    100% GPU    4096    4 minutes from now\n");
        assertThat(scripts.run("started.sh", homes()).code()).isZero();
    }
}
