package org.cuntu.bench.peer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Our own server with a demo city on a home of its own, started by the launcher as a user does. */
public final class DemoServer implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 1_800;

    private static final int QUIET_LOOKS = 10;
    private static final Set<String> UNDER_WAY = Set.of("QUEUED", "RUNNING");

    private final Process process;
    private final URI address;
    private final String token;

    private DemoServer(Process process, URI address, String token) {
        this.process = process;
        this.address = address;
        this.token = token;
    }

    /**
     * Makes the city and starts the server; returns when a first review has been warmed.
     *
     * @param root the checkout
     * @param size small or city
     */
    public static DemoServer start(Path root, Path home, String size, Path log) throws InterruptedException {
        return start(root, home, size, log, Map.of());
    }

    /** @param settings variables of its environment besides ours */
    public static DemoServer start(Path root, Path home, String size, Path log, Map<String, String> settings)
            throws InterruptedException {
        try {
            ProcessBuilder command = new ProcessBuilder(List.of(
                            root.resolve("cuntu").toString(),
                            "demo",
                            "--home",
                            home.toString(),
                            "--size",
                            size,
                            "--port",
                            String.valueOf(freePort())))
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()));
            command.environment().putAll(settings);
            Process process = command.start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            Path run = home.resolve("run.json");
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!Files.exists(run) || !isUp(address(run))) {
                if (!process.isAlive() || System.nanoTime() > end) {
                    process.destroy();
                    throw new IllegalStateException("the demo server did not start");
                }
                TimeUnit.MILLISECONDS.sleep(200);
            }
            return new DemoServer(process, address(run), json(run).get("token").asString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Not the usual one, which may be in use. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Where live reviews are asked for. */
    public URI live() {
        return address.resolve("/api/reviews/live");
    }

    public URI address() {
        return address;
    }

    public String token() {
        return token;
    }

    /**
     * Waits until none of its tasks has waited or run for a while: a city that was just made is checked layer by layer, and its tasks
     * come a moment after the server is up.
     *
     * @return whether that came before patience ended
     */
    public boolean awaitRest() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        for (int quiet = 0; quiet < QUIET_LOOKS; quiet = isAtRest() ? quiet + 1 : 0) {
            if (System.nanoTime() > end) return false;
            TimeUnit.SECONDS.sleep(2);
        }
        return true;
    }

    private boolean isAtRest() throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(address.resolve("/api/tasks"))
                    .header("Authorization", "Bearer " + token)
                    .build();
            JsonNode tasks = new ObjectMapper()
                    .readTree(client.send(request, HttpResponse.BodyHandlers.ofString())
                            .body());
            for (JsonNode task : tasks)
                if (UNDER_WAY.contains(task.path("state").asString())) return false;
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URI address(Path run) {
        return URI.create("http://127.0.0.1:" + json(run).get("port").asInt());
    }

    private static JsonNode json(Path run) {
        return new ObjectMapper().readTree(run.toFile());
    }

    private static boolean isUp(URI address) throws InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(address.resolve("/actuator/health")).build();
            return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
