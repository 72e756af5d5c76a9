package dev.berth.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.files.RelPath;
import dev.berth.plan.Plans;
import dev.berth.render.Renderer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The scripts of chart {@code ollama}, run for real beside a stand-in of Ollama.
 *
 * @param folder that holds the share, what the stand-in knows, and what is mounted
 */
record Scripts(Path folder) {

    private static final Path STAND_IN = Path.of("src/test/resources/ollama/ollama");
    private static final long SECONDS = 30;

    /** How a script ended, and what it said. */
    record Ended(int code, String said) {}

    static Scripts in(Path folder) throws IOException {
        Scripts scripts = new Scripts(folder);
        for (String name : List.of("bin", "state", "share", "set", "homes", "home")) {
            Files.createDirectories(folder.resolve(name));
        }
        for (String name : List.of("registry", "broken", "slow", "loaded", "calls", "created")) {
            scripts.state(name, "");
        }
        Path ollama = folder.resolve("bin/ollama");
        Files.copy(STAND_IN, ollama, StandardCopyOption.REPLACE_EXISTING);
        Files.setPosixFilePermissions(ollama, PosixFilePermissions.fromString("rwxr-xr-x"));
        return scripts;
    }

    static String text(String name) {
        return Objects.requireNonNull(Renderer.render(Plans.of(Plans.serving("name: phi3.5")), "digest", "1")
                .files()
                .files()
                .get(RelPath.parse("charts-out/test/ollama/files/" + name).orElseThrow()));
    }

    /** What the stand-in finds or leaves. */
    void state(String name, String text) throws IOException {
        Files.writeString(folder.resolve("state").resolve(name), text);
    }

    List<String> calls() throws IOException {
        return Files.readAllLines(folder.resolve("state/calls"));
    }

    String created() throws IOException {
        return Files.readString(folder.resolve("state/created"));
    }

    /** As Kubernetes mounts a key of a ConfigMap: without a line break at the end. */
    void mount(String path, String text) throws IOException {
        Files.writeString(folder.resolve(path), text);
    }

    Path share(String path) {
        return folder.resolve("share").resolve(path);
    }

    /** Sleeps of the script end at once, and are noted among the calls. */
    void withoutSleep() throws IOException {
        Path sleep = folder.resolve("bin/sleep");
        Files.writeString(sleep, "#!/bin/sh\necho \"sleep $1\" >>\"$STATE/calls\"\nexec /bin/sleep 0.02\n");
        Files.setPosixFilePermissions(sleep, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    Process start(String script, String... arguments) throws IOException {
        Path file = folder.resolve(script);
        Files.writeString(file, text(script));
        List<String> command = new ArrayList<>(List.of("sh", file.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said").toFile());
        builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().put("STATE", folder.resolve("state").toString());
        builder.environment().put("HOME", folder.resolve("home").toString());
        builder.environment().put("ORDINAL", "1");
        return builder.start();
    }

    Ended run(String script, String... arguments) throws IOException, InterruptedException {
        return end(start(script, arguments));
    }

    Ended end(Process process) throws IOException, InterruptedException {
        assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS))
                .as("ends in time")
                .isTrue();
        return new Ended(process.exitValue(), said());
    }

    Ended stop(Process process) throws IOException, InterruptedException {
        process.destroy();
        return end(process);
    }

    String said() throws IOException {
        return Files.readString(folder.resolve("said"), StandardCharsets.UTF_8);
    }

    /** Waits until the calls say what is asked for. */
    void until(Predicate<List<String>> enough) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        while (!enough.test(calls())) {
            assertThat(System.nanoTime())
                    .as(calls().stream().limit(20).toList() + said())
                    .isLessThan(end);
            Thread.sleep(20);
        }
    }
}
