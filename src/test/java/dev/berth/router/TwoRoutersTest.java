package dev.berth.router;

import static dev.berth.router.RouterCluster.body;
import static dev.berth.router.RouterCluster.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two routers, of which one does the work. */
class TwoRoutersTest {

    private static final String PHI = "m_default_phi3_5_3_8b";

    @TempDir
    Path folder;

    private RouterCluster cluster;

    @BeforeEach
    void start() {
        cluster = RouterCluster.ofTwoRouters(folder, 2);
    }

    @AfterEach
    void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    private StandIn home() {
        return cluster.replica(RoutingTest.ordinals("phi3.5:3.8b").get(0));
    }

    @Test
    void theSecondPassesOnToTheFirst() throws IOException {
        home().hold();
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int asked = 1; asked <= 4; asked++) {
            int now = asked;
            answers.add(cluster.asking(asked % 2, "user " + asked, body("phi3.5")));
            until("the first counts it", () -> cluster.backend(0, "current_sessions", PHI) == now);
        }
        assertThat(cluster.backend(1, "current_sessions", PHI)).isZero();
        assertThat(cluster.backend(0, "current_queue", PHI)).isEqualTo(2);
        home().letGo();
        answers.forEach(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
        assertThat(home().mostInWork()).isEqualTo(2);
        until("each is logged once", () -> logged(0) == 4);
        assertThat(logged(1)).isZero();
    }

    private int logged(int router) {
        try {
            return cluster.router(router).requests().size();
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    @Test
    void theSecondTakesOverWhatTheFirstHasNotBegunToAnswer() {
        home().hold();
        CompletableFuture<HttpResponse<String>> waiting = cluster.asking(1, "anna", body("phi3.5"));
        until("it is in work", () -> home().inWork() == 1);
        cluster.router(0).close();
        home().letGo();
        assertThat(waiting.join().statusCode()).isEqualTo(200);
        for (int asked = 0; asked < 5; asked++) {
            assertThat(cluster.asking(1, "anna", body("phi3.5")).join().statusCode())
                    .isEqualTo(200);
        }
        cluster.withRouter(0);
        until("the first is back", () -> cluster.isUp(1, "peer", "model-router-0"));
        assertThat(cluster.asking(1, "anna", body("phi3.5")).join().statusCode())
                .isEqualTo(200);
        until("the first has it", () -> logged(0) == 1);
    }

    @Test
    void aSoftStopLosesNoStream() throws IOException, InterruptedException {
        home().hold();
        home().permit(1);
        HttpResponse<InputStream> stream = cluster.stream(cluster.chat(0, "anna", body("phi3.5")));
        String first = new String(stream.body().readNBytes("ollama-0\n".length()), StandardCharsets.UTF_8);
        assertThat(first).startsWith("ollama-");
        cluster.router(0).stopSoftly();
        until("the second sees it go", () -> !cluster.isUp(1, "peer", "model-router-0"));
        CompletableFuture<HttpResponse<String>> other = cluster.asking(1, "bert", body("phi3.5"));
        until("it is in work", () -> home().inWork() == 2);
        home().letGo();
        assertThat(stream.body().readAllBytes()).isNotEmpty();
        assertThat(other.join().statusCode()).isEqualTo(200);
        // The client keeps its connection for the next request, for which the router waits 10 s.
        assertThat(cluster.router(0).endsWithin(20)).isTrue();
    }
}
