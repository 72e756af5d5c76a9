package dev.berth.router;

import static dev.berth.router.RouterCluster.body;

import dev.berth.plan.Plans;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Objects;
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

/**
 * What a request takes by way of the real HAProxy with the rendered configuration, by way of the second router as well,
 * and straight to the stand-in replica.
 */
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

    @Param({"direct", "router", "both"})
    private String way = "direct";

    private RouterCluster cluster;
    private StandIn replica;

    @Setup
    public void start() throws IOException {
        RouterConfig config = RouterConfig.of(Plans.serving("name: gemma2:2b"));
        cluster = new RouterCluster(config, Files.createTempDirectory("berth-bench"));
        replica = cluster.start("ollama-0");
        cluster.withBothRouters();
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

    /** An answer without an end. */
    @State(Scope.Benchmark)
    public static class Answer {

        private BufferedReader lines = new BufferedReader(Reader.nullReader());

        @Setup
        public void begin(RouterBenchmark benchmark) throws IOException, InterruptedException {
            benchmark.replica.say(Integer.MAX_VALUE);
            benchmark.replica.hold();
            benchmark.replica.permit(1);
            lines = new BufferedReader(new InputStreamReader(
                    benchmark.cluster.stream(benchmark.chat(body(MODEL))).body(), StandardCharsets.UTF_8));
            lines.readLine();
        }
    }

    /** A token, from when it may be written until it is read; the next one is written then. */
    @Benchmark
    public String token(Answer answer) throws IOException {
        replica.permit(1);
        return Objects.requireNonNull(answer.lines.readLine());
    }

    private HttpRequest.Builder chat(String body) {
        return switch (way) {
            case "router" -> cluster.chat(0, "anna", body);
            case "both" -> cluster.chat(1, "anna", body);
            default -> cluster.straight("ollama-0", body);
        };
    }
}
