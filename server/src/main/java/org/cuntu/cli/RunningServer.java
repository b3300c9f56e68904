package org.cuntu.cli;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.cuntu.platform.home.RunFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server that holds a home, spoken to over HTTP on this machine with the token of its {@code run.json}. */
final class RunningServer {
    private static final Duration GREETING = Duration.ofSeconds(3);
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final RunFile run;
    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(GREETING).build();

    private RunningServer(RunFile run) {
        this.run = run;
    }

    /** Empty when none runs: also when one was killed and left its {@code run.json}. */
    static Optional<RunningServer> find(Path home) {
        return RunFile.find(home).map(RunningServer::new).filter(RunningServer::answers);
    }

    String address() {
        return "http://127.0.0.1:" + run.port();
    }

    /** A left {@code run.json} may name a port that somebody else has by now; only our own server knows the health path. */
    private boolean answers() {
        if (ProcessHandle.of(run.pid()).isEmpty()) return false;
        try {
            HttpRequest ask = HttpRequest.newBuilder(URI.create(address() + "/actuator/health"))
                    .timeout(GREETING)
                    .build();
            String body = client.send(ask, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                    .body();
            return body.contains("\"status\"");
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    JsonNode get(String path, String language) {
        return ask(path, language, request -> request.GET());
    }

    JsonNode post(String path, String language, String type, BodyPublisher body) {
        return ask(
                path, language, request -> request.header("Content-Type", type).POST(body));
    }

    /** Fills in method and body. */
    private interface Body {
        HttpRequest.Builder in(HttpRequest.Builder request);
    }

    private JsonNode ask(String path, String language, Body body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address() + path))
                .timeout(LONGEST)
                .header("Authorization", "Bearer " + run.token())
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Language", language);
        try {
            HttpResponse<String> response =
                    client.send(body.in(request).build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            if (response.statusCode() >= 300) throw ServerSaid.of(response.statusCode(), response.body());
            return JsonMapper.shared().readTree(response.body());
        } catch (IOException e) {
            throw Stopped.with(Exit.BUSY, "cli.server-gone", "address", address());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Stopped.with(Exit.BUSY, "cli.server-gone", "address", address());
        }
    }
}
