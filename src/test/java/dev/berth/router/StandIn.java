package dev.berth.router;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A replica that answers with its name, token by token, each when the test lets it go on. */
final class StandIn implements AutoCloseable {

    private static final Pattern MODEL = Pattern.compile("\"model\"\\s*:\\s*\"([^\"]+)\"");
    private static final int FREE = 1_000_000;

    private final String name;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Semaphore tokens = new Semaphore(FREE);
    private final List<String> asked = new ArrayList<>();
    private final List<String> headers = new ArrayList<>();
    private final AtomicInteger inWork = new AtomicInteger();
    private final AtomicInteger mostInWork = new AtomicInteger();
    private volatile int length = 2;

    StandIn(String name, InetAddress address) {
        this.name = name;
        try {
            server = HttpServer.create(new InetSocketAddress(address, 11434), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, "Ollama is running"));
        server.createContext("/api/tags", exchange -> answer(exchange, "{\"models\":[\"of " + name + "\"]}"));
        server.createContext("/api/show", exchange -> answer(exchange, "{\"shown\":\"by " + name + "\"}"));
        server.createContext("/api/chat", this::chat);
        server.createContext("/v1/chat/completions", this::chat);
        server.start();
    }

    URI uri(String path) {
        InetSocketAddress address = server.getAddress();
        return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort() + path);
    }

    private static void answer(HttpExchange exchange, String text) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    /** The name, numbers, and last how long the body was: the first with the headers, each after a permit. */
    private void chat(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        Matcher model = MODEL.matcher(body);
        synchronized (asked) {
            asked.add(model.find() ? model.group(1) : "");
            headers.addAll(exchange.getRequestHeaders().keySet());
        }
        mostInWork.accumulateAndGet(inWork.incrementAndGet(), Math::max);
        try {
            tokens.acquireUninterruptibly();
            exchange.getResponseHeaders().add("X-Replica", name);
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            write(out, name);
            for (int token = 2; token < length; token++) {
                tokens.acquireUninterruptibly();
                write(out, String.valueOf(token));
            }
            tokens.acquireUninterruptibly();
            write(out, String.valueOf(body.length()));
        } finally {
            inWork.decrementAndGet();
            exchange.close();
        }
    }

    private static void write(OutputStream out, String token) throws IOException {
        out.write((token + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /** From now on its answers have so many tokens, two at the least. */
    void say(int tokens) {
        length = tokens;
    }

    /** From now on each token waits for a permit. */
    void hold() {
        tokens.drainPermits();
    }

    void permit(int count) {
        tokens.release(count);
    }

    void letGo() {
        tokens.release(FREE);
    }

    int inWork() {
        return inWork.get();
    }

    int mostInWork() {
        return mostInWork.get();
    }

    /** The model of each request, in their order. */
    List<String> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    List<String> headers() {
        synchronized (asked) {
            return List.copyOf(headers);
        }
    }

    /** Gone at once, with all that it was at. */
    @Override
    public void close() {
        server.stop(0);
        letGo();
        threads.shutdownNow();
    }
}
