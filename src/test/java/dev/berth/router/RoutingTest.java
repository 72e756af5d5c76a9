package dev.berth.router;

import static dev.berth.router.RouterCluster.body;
import static dev.berth.router.RouterCluster.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.plan.Plans;
import dev.berth.testing.Tools;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real HAProxy with the rendered configuration, in front of four replicas: homes on 0 and 1, 2 and 3 belong to nobody. */
class RoutingTest {

    static final RouterConfig CONFIG = RouterConfig.of(
            Plans.serving("name: llama3.1:8b", "name: mistral:7b", "name: phi3.5", "name: deepseek-r1, keep: onDemand")
                    + "inference: { groups: { default: { slots: 2, replicas: { min: 2, max: 4 } } } }\n");

    @TempDir
    Path folder;

    private RouterCluster cluster;

    @BeforeEach
    void start() {
        Tools.require("haproxy");
        cluster = new RouterCluster(CONFIG, folder);
        for (int ordinal = 0; ordinal < 4; ordinal++) {
            cluster.start("ollama-" + ordinal);
        }
        cluster.withRouter(0);
    }

    @AfterEach
    void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    static List<Integer> ordinals(String model) {
        return CONFIG.plan().router().orElseThrow().routes().all().stream()
                .filter(route -> route.model().name().equals(model))
                .findFirst()
                .orElseThrow()
                .ordinals();
    }

    private static String backend(String model) {
        return String.valueOf(
                CONFIG.plan().router().orElseThrow().routes().backends().get(model));
    }

    @Test
    void aModelIsAnsweredAtHome() throws IOException, InterruptedException {
        for (String model : List.of("llama3.1:8b", "mistral:7b", "phi3.5", "PHI3.5:latest", "phi3.5:3.8b")) {
            String name = model.toLowerCase(java.util.Locale.ROOT).startsWith("phi") ? "phi3.5:3.8b" : model;
            for (String user : List.of("anna", "bert", "carl")) {
                assertThat(cluster.ask(user, model).body())
                        .startsWith("ollama-" + ordinals(name).get(0));
            }
        }
        assertThat(cluster.replica(2).asked()).isEmpty();
        assertThat(cluster.replica(3).asked()).isEmpty();
    }

    @Test
    void aFullReplicaIsFollowedByTheNextAndThenByOneQueue() {
        List<Integer> ordinals = ordinals("llama3.1:8b");
        cluster.replicas().values().forEach(StandIn::hold);
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int place = 0; place < ordinals.size(); place++) {
            for (int slot = 1; slot <= 2; slot++) {
                int now = slot;
                StandIn next = cluster.replica(ordinals.get(place));
                answers.add(cluster.asking(0, "user " + answers.size(), body("llama3.1:8b")));
                until("slot " + slot + " of place " + place, () -> next.inWork() == now);
            }
        }
        for (int waiting = 1; waiting <= 3; waiting++) {
            int now = waiting;
            answers.add(cluster.asking(0, "user " + answers.size(), body("llama3.1:8b")));
            until("it waits", () -> cluster.backend(0, "current_queue", backend("llama3.1:8b")) == now);
        }
        // The last replica alone gets free: whoever waits goes there.
        StandIn last = cluster.replica(ordinals.get(ordinals.size() - 1));
        last.letGo();
        until("nobody waits", () -> last.asked().size() == 5);
        cluster.replicas().values().forEach(StandIn::letGo);
        answers.forEach(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        cluster.replicas()
                .values()
                .forEach(replica -> assertThat(replica.mostInWork()).isLessThanOrEqualTo(2));
        for (int ordinal = 0; ordinal < 4; ordinal++) {
            if (!ordinals.contains(ordinal)) {
                assertThat(cluster.replica(ordinal).asked())
                        .as("the home of others")
                        .isEmpty();
            }
        }
        assertThat(ordinals).hasSizeLessThan(4);
    }

    @Test
    void usersComeBackToTheirReplica() throws IOException, InterruptedException {
        List<Integer> ordinals = ordinals("mistral:7b");
        StandIn home = cluster.replica(ordinals.get(0));
        home.hold();
        List<CompletableFuture<HttpResponse<String>>> full =
                List.of(cluster.asking(0, "anna", body("mistral:7b")), cluster.asking(0, "bert", body("mistral:7b")));
        until("the home is full", () -> home.inWork() == 2);
        String away = "ollama-" + ordinals.get(1);
        assertThat(cluster.ask("carl", "mistral:7b").body()).startsWith(away);
        home.letGo();
        full.forEach(CompletableFuture::join);
        for (int again = 0; again < 3; again++) {
            assertThat(cluster.ask("carl", "mistral:7b").body()).startsWith(away);
            assertThat(cluster.ask("anna", "mistral:7b").body()).startsWith("ollama-" + ordinals.get(0));
        }
    }

    @Test
    void whatIsNotServedIsRefused() throws IOException, InterruptedException {
        HttpResponse<String> unknown = cluster.ask("anna", "nobody's \\\"model\\\"");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).isEqualTo("{\"error\":\"model 'nobody's \\\"model\\\"' not found\"}");
        HttpResponse<String> openAi =
                cluster.send(cluster.request(0, "/v1/chat/completions").POST(BodyPublishers.ofString(body("nobodys"))));
        assertThat(openAi.statusCode()).isEqualTo(404);
        assertThat(openAi.body()).contains("\"error\":{\"type\":\"not_found_error\",\"message\":\"model 'nobodys' not");
        for (String path : List.of("/", "/api/pull", "/api/delete", "/api/create", "/api/chat/", "/metrics")) {
            assertThat(cluster.send(cluster.request(0, path).POST(BodyPublishers.ofString(body("phi3.5"))))
                            .statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(cluster.send(cluster.request(0, "/api/chat")).statusCode()).isEqualTo(405);
        assertThat(cluster.send(cluster.chat(0, "anna", "{\"messages\":[]}")).statusCode())
                .isEqualTo(400);
        cluster.replicas()
                .values()
                .forEach(replica -> assertThat(replica.asked()).isEmpty());
    }

    @Test
    void anotherContextIsRefused() throws IOException, InterruptedException {
        assertThat(cluster.send(context("4096")).statusCode()).isEqualTo(200);
        assertThat(cluster.send(context("null")).statusCode()).isEqualTo(200);
        for (String other : List.of("8192", "\"much\"", "40960")) {
            HttpResponse<String> refused = cluster.send(context(other));
            assertThat(refused.statusCode()).as(other).isEqualTo(400);
            assertThat(refused.body()).contains("options.num_ctx 4096");
        }
    }

    private HttpRequest.Builder context(String tokens) {
        return cluster.chat(0, "anna", "{\"model\":\"phi3.5\",\"options\":{\"num_ctx\":" + tokens + "}}");
    }

    @Test
    void longBodiesPassAndSayTheirModelFirst() throws IOException, InterruptedException {
        String large = body("phi3.5", 2_000_000);
        assertThat(cluster.send(cluster.chat(0, "anna", large)).body()).endsWith(large.length() + "\n");
        String last = "{\"messages\":[\"" + "x".repeat(300_000) + "\"],\"model\":\"phi3.5\"}";
        HttpResponse<String> late = cluster.send(cluster.chat(0, "anna", last));
        assertThat(late.statusCode()).isEqualTo(413);
        assertThat(late.body()).contains("put model before messages");
        HttpRequest.Builder chunked = cluster.request(0, "/api/chat")
                .POST(BodyPublishers.ofInputStream(() ->
                        new java.io.ByteArrayInputStream(last.getBytes(java.nio.charset.StandardCharsets.UTF_8))));
        assertThat(cluster.send(chunked).statusCode()).isEqualTo(413);
        String nearlyLast = "{\"messages\":[\"" + "x".repeat(200_000) + "\"],\"model\":\"phi3.5\"}";
        assertThat(cluster.send(cluster.chat(0, "anna", nearlyLast)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void listsComeFromAReplicaAndModelsAreShown() throws IOException, InterruptedException {
        assertThat(cluster.send(cluster.request(0, "/api/tags")).body()).contains("of ollama-");
        HttpRequest.Builder show =
                cluster.request(0, "/api/show").POST(BodyPublishers.ofString("{\"name\":\"phi3.5\"}"));
        assertThat(cluster.send(show).body()).contains("by ollama-");
        assertThat(cluster.send(cluster.request(0, "/api/show").POST(BodyPublishers.ofString(body("nobodys"))))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aKilledReplicaIsFollowedByAnother() {
        List<Integer> ordinals = ordinals("llama3.1:8b");
        StandIn home = cluster.replica(ordinals.get(0));
        home.hold();
        CompletableFuture<HttpResponse<String>> answer = cluster.asking(0, "anna", body("llama3.1:8b", 120_000));
        until("it is in work", () -> home.inWork() == 1);
        cluster.kill("ollama-" + ordinals.get(0));
        assertThat(answer.join().body()).startsWith("ollama-" + ordinals.get(1));
    }

    @Test
    void theLogTellsHowItWentAndNotWho() throws IOException, InterruptedException {
        cluster.ask("anna", "phi3.5");
        until("it is logged", () -> {
            try {
                return cluster.router(0).requests().size() == 1;
            } catch (IOException failed) {
                throw new AssertionError(failed);
            }
        });
        String line = cluster.router(0).requests().get(0);
        assertThat(line)
                .contains("\"model\": \"phi3.5:3.8b\"", "\"backend\": \"m_default_phi3_5_3_8b\"", "\"status\": 200")
                .containsPattern("\"time\": \"20[0-9]{2}-[0-9-]{5}T[0-9:.]{12}Z\"")
                .containsPattern("\"user\": \"[0-9A-F]{16}\"")
                .containsPattern("\"queue_ms\": [0-9]+, ")
                .doesNotContain("anna");
        StandIn home = cluster.replica(ordinals("phi3.5:3.8b").get(0));
        assertThat(home.headers())
                .isNotEmpty()
                .noneMatch(header -> header.toLowerCase(java.util.Locale.ROOT).startsWith("x-openwebui-user"));
    }
}
