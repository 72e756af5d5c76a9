package dev.berth.router;

import static dev.berth.router.RouterCluster.body;
import static dev.berth.router.RouterCluster.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.berth.plan.routing.Route;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many long requests at once, to several models and by way of both routers. */
class LargeBodiesTest {

    private static final int REQUESTS = 64;
    private static final int BYTES = 2_000_000;

    @TempDir
    Path folder;

    private RouterCluster cluster;

    @BeforeEach
    void start() {
        cluster = RouterCluster.ofTwoRouters(folder, 4);
    }

    @AfterEach
    void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void allAreAnsweredWithinTheMemory() throws IOException {
        cluster.replicas().values().forEach(StandIn::hold);
        List<Long> before =
                List.of(cluster.router(0).residentKib(), cluster.router(1).residentKib());
        List<Route> routes =
                RoutingTest.CONFIG.plan().router().orElseThrow().routes().all();
        List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
        for (int asked = 0; asked < REQUESTS; asked++) {
            String model = routes.get(asked / 2 % routes.size()).model().name();
            answers.add(cluster.asking(asked % 2, "user " + asked, body(model, BYTES)));
        }
        until("all are there", () -> sessions(routes) == REQUESTS);
        assertThat(cluster.backend(1, "current_sessions", "peer")).isEqualTo(REQUESTS / 2);
        cluster.replicas().values().forEach(StandIn::letGo);
        for (int asked = 0; asked < REQUESTS; asked++) {
            HttpResponse<String> answer = answers.get(asked).join();
            String model = routes.get(asked / 2 % routes.size()).model().name();
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).endsWith(body(model, BYTES).length() + "\n");
        }
        // The first has all of them, the second those that it passed on: no more than the plan reckons with for each.
        double each = RoutingTest.CONFIG
                        .plan()
                        .router()
                        .orElseThrow()
                        .facts()
                        .connectionMemory()
                        .value()
                        .bytes()
                / 1024;
        for (int router = 0; router < 2; router++) {
            long most = cluster.router(router).residentKib();
            assertThat(most * 1024.0)
                    .isLessThan(RoutingTest.CONFIG.memoryLimit().bytes());
            assertThat((double) (most - before.get(router))).isLessThan(each * REQUESTS / (router + 1));
        }
    }

    private int sessions(List<Route> routes) {
        return routes.stream()
                .mapToInt(route -> cluster.backend(0, "current_sessions", route.backend()))
                .sum();
    }
}
