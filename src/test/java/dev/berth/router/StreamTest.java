package dev.berth.router;

import static dev.berth.router.RouterCluster.body;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Words of an answer come one by one, by way of either router. */
class StreamTest {

    private static final int TOKENS = 50;

    /** Of the 200 ms that HAProxy holds words back when nobody forbids it, and far above what two busy cores need. */
    private static final Duration PER_TOKEN = Duration.ofMillis(60);

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

    /** Each is written when the client has read the one before. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void tokensAreNotHeldBack(int router) throws IOException, InterruptedException {
        StandIn home = cluster.replica(RoutingTest.ordinals("phi3.5:3.8b").get(0));
        home.say(TOKENS);
        home.hold();
        home.permit(1);
        BufferedReader answer = new BufferedReader(new InputStreamReader(
                cluster.stream(cluster.chat(router, "anna", body("phi3.5"))).body(), StandardCharsets.UTF_8));
        assertThat(answer.readLine()).startsWith("ollama-");
        long begun = System.nanoTime();
        for (int token = 2; token < TOKENS; token++) {
            home.permit(1);
            assertThat(answer.readLine()).isEqualTo(String.valueOf(token));
        }
        home.permit(1);
        assertThat(answer.readLine()).isEqualTo(String.valueOf(body("phi3.5").length()));
        assertThat(answer.readLine()).isNull();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PER_TOKEN.multipliedBy(TOKENS));
    }
}
