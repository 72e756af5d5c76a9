package dev.berth.router;

import static dev.berth.router.RouterCluster.body;

import dev.berth.plan.Plans;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What a request takes by way of the real HAProxy with the rendered configuration, and straight to the stand-in replica. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
// Without it the stand-in's answers wait 40 ms for an acknowledgement.
@Fork(value = 1, jvmArgsAppend = "-Dsun.net.httpserver.nodelay=true")
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
public class RouterBenchmark {

    private static final String MODEL = "gemma2:2b";
    private static final int LONG_BODY = 200_000;

    @Param({"direct", "router"})
    private String way = "direct";

    private RouterCluster cluster;
    private StandIn replica;

    @Setup
    public void start() throws IOException {
        RouterConfig config = RouterConfig.of(Plans.serving("name: gemma2:2b"));
        cluster = new RouterCluster(config, Files.createTempDirectory("berth-bench"));
        replica = cluster.start("ollama-0");
        cluster.withRouter(0);
    }

    @TearDown
    public void stop() {
        cluster.close();
    }

    /** A short request and its answer. */
    @Benchmark
    public String request() throws IOException, InterruptedException {
        return cluster.send(chat(body(MODEL))).body();
    }

    /** A request with 200 kB before its end. */
    @Benchmark
    public String longRequest() throws IOException, InterruptedException {
        return cluster.send(chat(body(MODEL, LONG_BODY))).body();
    }

    /** A short request whose second token is written when the first has been read. */
    @Benchmark
    public byte[] stream() throws IOException, InterruptedException {
        replica.hold();
        replica.permit(1);
        HttpResponse<InputStream> answer = cluster.stream(chat(body(MODEL)));
        int first = answer.body().read();
        replica.permit(1);
        byte[] rest = answer.body().readAllBytes();
        replica.letGo();
        if (first < 0 || rest.length == 0) {
            throw new IllegalStateException("the answer is not whole");
        }
        return rest;
    }

    private HttpRequest.Builder chat(String body) {
        return way.equals("router") ? cluster.chat(0, "anna", body) : cluster.straight("ollama-0", body);
    }
}
