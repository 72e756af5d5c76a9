package dev.berth.router;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.Tools;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/** Routers, replicas and the name server of a cluster, at addresses of this machine that no other test has. */
final class RouterCluster implements AutoCloseable {

    static final Duration LONG = Duration.ofSeconds(20);

    private static final AtomicInteger CLUSTERS = new AtomicInteger();

    private final String net;
    private final RouterConfig config;
    private final Path folder;
    private final StubDns dns;
    private final Map<String, StandIn> replicas = new TreeMap<>();
    private final Map<Integer, RouterProcess> routers = new TreeMap<>();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    RouterCluster(RouterConfig config, Path folder) {
        this.config = config;
        this.folder = folder;
        net = "127." + (20 + ProcessHandle.current().pid() % 200) + "." + CLUSTERS.incrementAndGet() % 250 + ".";
        dns = new StubDns(address(1));
    }

    /** With the configuration that most tests share; they need HAProxy. */
    static RouterCluster ofTwoRouters(Path folder, int replicas) {
        Tools.require("haproxy");
        RouterCluster cluster = new RouterCluster(RoutingTest.CONFIG, folder);
        for (int ordinal = 0; ordinal < replicas; ordinal++) {
            cluster.start("ollama-" + ordinal);
        }
        return cluster.withBothRouters();
    }

    private InetAddress address(int last) {
        try {
            return InetAddress.getByName(net + last);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String pod(String replica) {
        return replica + ".ollama-replicas.ollama.svc.cluster.local";
    }

    /** Ready at once; its name comes with it. */
    StandIn start(String replica) {
        InetAddress address = address(100 + replicas.size());
        StandIn started = new StandIn(replica, address);
        replicas.put(replica, started);
        dns.add(pod(replica), address);
        return started;
    }

    StandIn replica(int ordinal) {
        return Objects.requireNonNull(replicas.get("ollama-" + ordinal));
    }

    Map<String, StandIn> replicas() {
        return replicas;
    }

    /** Killed with what it was at; DNS notices later than clients. */
    void kill(String replica) {
        Objects.requireNonNull(replicas.get(replica)).close();
    }

    RouterProcess router(int ordinal) {
        return Objects.requireNonNull(routers.get(ordinal));
    }

    /** A router that sees all replicas that are there. */
    RouterCluster withRouter(int ordinal) {
        String pod = "model-router-" + ordinal;
        InetAddress address = address(10 + ordinal);
        routers.put(ordinal, new RouterProcess(config, folder, pod, address, dns.address()));
        dns.add(pod + ".model-router.ollama.svc.cluster.local", address);
        until(
                "router " + ordinal + " sees the replicas",
                () -> replicas.keySet().stream().allMatch(replica -> isUp(ordinal, "replicas", replica)));
        return this;
    }

    /** Two routers, of which the second sees the first. */
    RouterCluster withBothRouters() {
        withRouter(0).withRouter(1);
        until("the first is seen", () -> isUp(1, "peer", "model-router-0"));
        return this;
    }

    boolean isUp(int router, String backend, String server) {
        return metrics(router)
                .contains("haproxy_server_status{proxy=\"" + backend + "\",server=\"" + server + "\",state=\"UP\"} 1");
    }

    /** The value of a metric of a backend. */
    int backend(int router, String metric, String backend) {
        String series = "haproxy_backend_" + metric + "{proxy=\"" + backend + "\"} ";
        return metrics(router)
                .lines()
                .filter(line -> line.startsWith(series))
                .map(line -> Integer.valueOf(line.substring(series.length())))
                .findFirst()
                .orElse(-1);
    }

    private String metrics(int router) {
        try {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://" + net + (10 + router) + ":8404/metrics"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
        } catch (IOException notYet) {
            assertThat(router(router).isAlive()).as("HAProxy runs").isTrue();
            return "";
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    HttpRequest.Builder request(int router, String path) {
        return HttpRequest.newBuilder(URI.create("http://" + net + (10 + router) + ":11434" + path))
                .timeout(Duration.ofSeconds(60));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> ask(String user, String model) throws IOException, InterruptedException {
        return send(chat(0, user, body(model)));
    }

    CompletableFuture<HttpResponse<String>> asking(int router, String user, String body) {
        return client.sendAsync(chat(router, user, body).build(), BodyHandlers.ofString());
    }

    HttpResponse<InputStream> stream(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofInputStream());
    }

    /** Without the router. */
    HttpRequest.Builder straight(String replica, String body) {
        return HttpRequest.newBuilder(
                        Objects.requireNonNull(replicas.get(replica)).uri("/api/chat"))
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    HttpRequest.Builder chat(int router, String user, String body) {
        return request(router, "/api/chat")
                .header("X-OpenWebUI-User-Id", user)
                .header("X-OpenWebUI-User-Email", user + "@example.com")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    static String body(String model) {
        return "{\"model\":\"" + model + "\",\"messages\":[]}";
    }

    /** With a body of so many bytes, the model first. */
    static String body(String model, int bytes) {
        return "{\"model\":\"" + model + "\",\"messages\":[\"" + "x".repeat(bytes) + "\"]}";
    }

    static void until(String what, BooleanSupplier isSo) {
        long end = System.nanoTime() + LONG.toNanos();
        while (!isSo.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(end);
            try {
                Thread.sleep(20);
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
        }
    }

    @Override
    public void close() {
        routers.values().forEach(RouterProcess::close);
        replicas.values().forEach(StandIn::close);
        dns.close();
    }
}
