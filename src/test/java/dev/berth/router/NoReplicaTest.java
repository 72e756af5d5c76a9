package dev.berth.router;

import static dev.berth.router.RouterCluster.body;
import static dev.berth.router.RouterCluster.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.catalog.RouterFacts;
import dev.berth.plan.Plans;
import dev.berth.testing.Tools;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Before the first replica has started, the router answers what it can and keeps the rest. */
class NoReplicaTest {

    private static final RouterConfig CONFIG =
            RouterConfig.of(Plans.serving("name: phi3.5", "name: gemma2:2b, keep: onDemand"));

    private static final String GEMMA = "m_default_gemma2_2b";

    @TempDir
    Path folder;

    private RouterCluster cluster;

    @BeforeEach
    void find() {
        Tools.require("haproxy");
    }

    @AfterEach
    void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    private void start(String holdStep) {
        start(CONFIG.with("HOLD_STEP", holdStep));
    }

    private void start(RouterConfig config) {
        cluster = new RouterCluster(config, folder).withRouter(0);
        until("the router answers", () -> cluster.backend(0, "current_sessions", GEMMA) == 0);
    }

    @Test
    void listsAreAnsweredAndUnknownModelsRefused() throws IOException, InterruptedException {
        start("1s");
        HttpResponse<String> tags = cluster.send(cluster.request(0, "/api/tags"));
        assertThat(tags.statusCode()).isEqualTo(200);
        assertThat(tags.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(tags.body()).contains("\"name\":\"phi3.5:3.8b\"", "\"name\":\"gemma2:2b\"", "\"size\":1629518495");
        assertThat(cluster.send(cluster.request(0, "/api/version")).body())
                .contains(CONFIG.plan().platform().ollama().tag());
        assertThat(cluster.send(cluster.request(0, "/v1/models")).body()).contains("\"id\":\"gemma2:2b\"");
        assertThat(cluster.send(cluster.request(0, "/api/ps")).body()).isEqualTo("{\"models\":[]}");
        assertThat(cluster.ask("anna", "nobodys").statusCode()).isEqualTo(404);
        HttpResponse<String> show =
                cluster.send(cluster.request(0, "/api/show").POST(BodyPublishers.ofString(body("phi3.5"))));
        assertThat(show.statusCode()).isEqualTo(503);
        assertThat(show.headers().firstValue("retry-after")).isPresent();
    }

    /** The number of those who wait is what wakes a replica. */
    @Test
    void requestsWaitForTheirReplicaAndWakeIt() {
        start("1s");
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int asked = 1; asked <= 6; asked++) {
            int now = asked;
            answers.add(cluster.asking(0, "user " + asked, body("gemma2:2b")));
            until("it can be seen", () -> cluster.backend(0, "current_sessions", GEMMA) == now);
        }
        assertThat(answers).noneMatch(CompletableFuture::isDone);
        cluster.start("ollama-1");
        answers.forEach(answer -> assertThat(answer.join().body()).startsWith("ollama-1"));
        until("nobody is left", () -> cluster.backend(0, "current_sessions", GEMMA) == 0);
    }

    @Test
    void nobodyWaitsForEver() throws IOException, InterruptedException {
        start("5ms");
        HttpResponse<String> answer = cluster.ask("anna", "gemma2:2b");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).hasValue("30");
        assertThat(answer.body()).startsWith("{\"error\":");
    }

    @Test
    void nobodyWaitsForEverForASlot() throws IOException, InterruptedException {
        start(CONFIG.with("QUEUE", "1s"));
        StandIn only = cluster.start("ollama-1");
        until("it is seen", () -> cluster.isUp(0, GEMMA, "ollama-1"));
        only.hold();
        int slots = CONFIG.plan().groups().get(0).slots().value();
        for (int slot = 1; slot <= slots; slot++) {
            int now = slot;
            cluster.asking(0, "user " + slot, body("gemma2:2b"));
            until("it is in work", () -> only.inWork() == now);
        }
        HttpResponse<String> answer = cluster.ask("one more", "gemma2:2b");
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("retry-after")).hasValue("30");
        assertThat(answer.body()).contains("no replica had a free slot in time");
        assertThat(only.mostInWork()).isEqualTo(slots);
    }

    @Test
    void whoIsTooManyIsTurnedAwayAtOnce() throws IOException, InterruptedException {
        start("1s");
        int most = Integer.parseInt(Objects.requireNonNull(CONFIG.variables().get("REQUESTS")));
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int asked = 0; asked < most; asked++) {
            answers.add(cluster.asking(0, "user " + asked, body("gemma2:2b")));
        }
        until("all wait", () -> cluster.backend(0, "current_sessions", GEMMA) == most);
        HttpResponse<String> refused = cluster.ask("one more", "gemma2:2b");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("too many requests for this model");
        assertThat(refused.headers().firstValue("retry-after")).hasValue("30");
        assertThat(answers).noneMatch(CompletableFuture::isDone);
    }

    /** All that may wait for one model, with bodies that fill their buffers. */
    @Test
    void largeBodiesThatWaitFitTheMemory() throws IOException {
        start("1s");
        int most = Integer.parseInt(Objects.requireNonNull(CONFIG.variables().get("REQUESTS")));
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        RouterFacts facts = CONFIG.plan().router().orElseThrow().facts();
        String large = body("gemma2:2b", 2_000_000);
        for (int asked = 0; asked < most; asked++) {
            answers.add(cluster.asking(0, "user " + asked, large));
        }
        until("all wait", () -> cluster.backend(0, "current_sessions", GEMMA) == most);
        double stated = (double) most * facts.connectionMemory().value().bytes()
                + facts.idleMemory().value().bytes();
        assertThat(cluster.router(0).residentKib() * 1024.0).isLessThan(stated);
    }
}
