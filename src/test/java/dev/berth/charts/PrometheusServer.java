package dev.berth.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.testing.Tools;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Prometheus, faster than in a cluster: it scrapes and reckons every second. */
record PrometheusServer(Process process, int port, Path log) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    /** @param rules the text of each rule file */
    static PrometheusServer start(Path folder, List<String> rules, List<Exporter> exporters) throws IOException {
        Path program = Tools.require("prometheus");
        StringBuilder config =
                new StringBuilder("global: { scrape_interval: 1s, scrape_timeout: 1s, evaluation_interval: 1s }\n"
                        + "rule_files: [ \"rules-*.yaml\" ]\nscrape_configs:\n");
        exporters.forEach(exporter -> config.append(exporter.scrapeConfig()));
        for (int i = 0; i < rules.size(); i++) {
            Files.writeString(
                    folder.resolve("rules-" + i + ".yaml"), rules.get(i).replace("interval: 15s", "interval: 1s"));
        }
        Files.writeString(folder.resolve("prometheus.yaml"), config);
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        Path log = folder.resolve("prometheus.log");
        Process process = new ProcessBuilder(
                        program.toString(),
                        "--config.file=" + folder.resolve("prometheus.yaml"),
                        "--storage.tsdb.path=" + folder.resolve("data"),
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        return new PrometheusServer(process, port, log);
    }

    /** What a query says, as soon as it is what is waited for: the labels of each series, with its value. */
    Map<Map<String, String>, Double> await(String query, Predicate<Map<Map<String, String>, Double>> condition)
            throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        Map<Map<String, String>, Double> said = Map.of();
        while (Instant.now().isBefore(end) && process.isAlive()) {
            said = query(query);
            if (condition.test(said)) {
                return said;
            }
            TimeUnit.MILLISECONDS.sleep(200);
        }
        assertThat(process.isAlive()).as(Files.readString(log)).isTrue();
        return said;
    }

    Map<Map<String, String>, Double> query(String query) throws IOException, InterruptedException {
        URI address = URI.create(
                "http://127.0.0.1:" + port + "/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        String answer;
        try {
            answer = CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                    .body();
        } catch (java.net.ConnectException notYet) {
            return Map.of();
        }
        if (!answer.startsWith("{")) {
            return Map.of();
        }
        JsonNode json = JSON.readTree(answer);
        assertThat(json.path("status").asString()).as(query + ": " + answer).isEqualTo("success");
        return json.path("data")
                .path("result")
                .valueStream()
                .collect(Collectors.toMap(
                        series -> labels(series.path("metric")),
                        series ->
                                Double.parseDouble(series.path("value").path(1).asString())));
    }

    private static Map<String, String> labels(JsonNode metric) {
        Map<String, String> labels = new TreeMap<>();
        metric.propertyStream()
                .forEach(label -> labels.put(label.getKey(), label.getValue().asString()));
        return labels;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }
}
