package dev.berth.router;

import dev.berth.testing.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** HAProxy as a pod of the router runs it; its ports lie at an address of its own. */
final class RouterProcess implements AutoCloseable {

    private final Process process;
    private final Path said;

    RouterProcess(RouterConfig config, Path folder, String pod, InetAddress address, String dns) {
        try {
            Path own = Files.createDirectories(folder.resolve(pod));
            config.writeTo(own);
            said = folder.resolve(pod + ".log");
            ProcessBuilder start = new ProcessBuilder(Tools.require("haproxy").toString(), "-db", "-f", own.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile());
            start.environment().putAll(config.variables());
            start.environment().put("CLUSTER_DNS", dns);
            start.environment().put("POD_NAME", pod);
            start.environment().put("POD_IP", address.getHostAddress());
            process = start.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The requests that it logged. */
    List<String> requests() throws IOException {
        return Files.readAllLines(said).stream()
                .filter(line -> line.startsWith("{\"time\""))
                .toList();
    }

    /** The most that it ever had. */
    long residentKib() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }

    /** As the kubelet stops it: the image's signal. */
    void stopSoftly() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-USR1", String.valueOf(process.pid()))
                .start()
                .waitFor();
    }

    boolean endsWithin(int seconds) throws InterruptedException {
        return process.waitFor(seconds, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
