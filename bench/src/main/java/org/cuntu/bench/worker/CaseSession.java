package org.cuntu.bench.worker;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.MissingNode;

/** A person who is signed in, as the browser is; what each request took is told to a tally. For one thread. */
final class CaseSession {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI address;
    private final HttpClient client;
    private final CaseTally tally;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    CaseSession(URI address, HttpClient client, CaseTally tally) {
        this.address = address;
        this.client = client;
        this.tally = tally;
    }

    void signIn(String account, String password) throws IOException, InterruptedException {
        send("sign-in", "GET", "/api/session", BodyPublishers.noBody(), "");
        Answer answer = post("sign-in", "/api/session", Map.of("user", account, "password", password));
        if (answer.status() != 200) throw new IOException(account + " cannot sign in: " + answer.status());
        send("sign-in", "GET", "/api/session", BodyPublishers.noBody(), "");
    }

    /** @param body missing where the answer is not JSON */
    record Answer(int status, JsonNode body) {
        boolean isGood() {
            return status < 300;
        }
    }

    Answer get(String kind, String path) throws InterruptedException {
        return send(kind, "GET", path, BodyPublishers.noBody(), "");
    }

    Answer post(String kind, String path, Object body) throws InterruptedException {
        return send(kind, "POST", path, BodyPublishers.ofString(JSON.writeValueAsString(body)), "application/json");
    }

    Answer put(String kind, String path, Object body) throws InterruptedException {
        return send(kind, "PUT", path, BodyPublishers.ofString(JSON.writeValueAsString(body)), "application/json");
    }

    Answer give(String kind, String path, byte[] form) throws InterruptedException {
        return send(kind, "PUT", path, BodyPublishers.ofByteArray(form), "multipart/form-data; boundary=bench");
    }

    private Answer send(String kind, String method, String path, BodyPublisher body, String type)
            throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .method(method, body);
        if (!type.isEmpty()) request.header("Content-Type", type);
        if (!cookies.isEmpty())
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        String token = cookies.get("XSRF-TOKEN");
        if (token != null) request.header("X-XSRF-TOKEN", token);
        long start = System.nanoTime();
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            double millis = (System.nanoTime() - start) / 1e6;
            for (String line : answer.headers().allValues("set-cookie")) {
                String[] pair = line.split(";", 2)[0].split("=", 2);
                cookies.put(pair[0], pair[1]);
            }
            tally.answered(kind, millis, answer.statusCode(), method + " " + path.split("\\?")[0], answer.body());
            return new Answer(answer.statusCode(), tree(answer.body()));
        } catch (IOException e) {
            tally.failed(kind, method + " " + path.split("\\?")[0] + " " + e);
            return new Answer(599, MissingNode.getInstance());
        }
    }

    private static JsonNode tree(byte[] body) {
        boolean json = body.length > 0 && (body[0] == '{' || body[0] == '[');
        return json ? JSON.readTree(body) : MissingNode.getInstance();
    }
}
