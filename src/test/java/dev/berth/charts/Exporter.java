package dev.berth.charts;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Stands in for an exporter: says the same at every scrape.
 *
 * @param job of Prometheus, after the monitored Service
 * @param honorLabels as its monitor says
 * @param target the labels that its monitor gives all of its series
 */
record Exporter(String job, boolean honorLabels, Map<String, String> target, HttpServer server)
        implements AutoCloseable {

    static Exporter of(String job, boolean honorLabels, Map<String, String> target, String metrics) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] answer = metrics.getBytes(StandardCharsets.UTF_8);
        server.createContext("/metrics", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/plain; version=0.0.4");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        return new Exporter(job, honorLabels, target, server);
    }

    /** What the operator makes of its monitor, with the pod that it would have found. */
    String scrapeConfig() {
        String labels = target.entrySet().stream()
                .map(label -> label.getKey() + ": \"" + label.getValue() + "\"")
                .collect(Collectors.joining(", "));
        return String.join(
                "\n",
                "  - job_name: " + job + "/" + target.get("pod"),
                "    honor_labels: " + honorLabels,
                "    static_configs:",
                "      - targets: [\"127.0.0.1:" + server.getAddress().getPort() + "\"]",
                "        labels: { " + labels + " }\n");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
