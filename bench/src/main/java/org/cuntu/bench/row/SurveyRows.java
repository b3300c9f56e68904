package org.cuntu.bench.row;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cuntu.bench.peer.DemoServer;
import org.cuntu.bench.result.Goal;
import org.cuntu.bench.result.Row;

/**
 * The survey's statistics as the page asks for them, over HTTP from a running server with the demo's city, which has about a million patches a
 * year: the table of townships by class, two years set against each other, and a figure opened to its patches. First is before a
 * version or a pair of years was ever counted; the server counts the last two versions by itself, so the first table is an earlier one's.
 */
final class SurveyRows {
    private static final String TABLE = "/api/survey/table?level=township&columns=second&unit=ha&asOf=";
    private static final String YEARS = "from=2024-12-31&to=2025-12-31&level=township";
    private static final String TRANSITION = "/api/survey/transition?columns=second&unit=ha&" + YEARS;
    private static final String CHANGES = "/api/survey/changes?columns=first&fromCls=1.01&size=50&shapes=true&" + YEARS;
    private static final String PATCHES = "/api/survey/patches?cls=1.01&size=50&shapes=true&asOf=2025-12-31";
    private static final int ROUNDS = 20;
    private static final int WARM_UPS = 10;
    private static final long ASK_AGAIN_MS = 50;

    private final DemoServer server;
    private final HttpClient client;
    private final String size;

    private SurveyRows(DemoServer server, HttpClient client, String size) {
        this.server = server;
        this.client = client;
        this.size = size;
    }

    /** @param size of the demo's city: small or city */
    static List<Row> rows(BenchRun.Setting setting, String size, Progress progress) {
        progress.say("survey", size);
        Path log = setting.folder().resolve("workers.log");
        try (DemoServer server =
                        DemoServer.start(setting.root(), setting.folder().resolve("survey-home"), size, log);
                HttpClient client = HttpClient.newHttpClient()) {
            if (!server.awaitRest()) throw new IllegalStateException("the demo's own tasks do not end");
            return new SurveyRows(server, client, size).measured();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of();
        }
    }

    private List<Row> measured() throws InterruptedException {
        List<Row> rows = new ArrayList<>();
        double first = millis(TABLE + "2023-12-31");
        rows.add(row("survey table, first", new double[] {first}, Goal.atMost(5_000, 2_000)));
        rows.add(row("survey table, after", many(TABLE + "2025-12-31"), Goal.atMost(300, 100)));
        double pair = millis(TRANSITION);
        rows.add(row("survey two years, first", new double[] {pair}, Goal.atMost(10_000, 5_000)));
        rows.add(row("survey two years, after", many(TRANSITION), Goal.atMost(300, 100)));
        rows.add(row("survey changes opened", many(CHANGES), Goal.atMost(500, 200)));
        rows.add(row("survey patches opened", many(PATCHES), Goal.atMost(500, 200)));
        return rows;
    }

    private Row row(String name, double[] millis, Goal goal) {
        return Row.alone(name, size, "ms", millis, goal, Load.now());
    }

    private double[] many(String path) throws InterruptedException {
        for (int i = 0; i < WARM_UPS; i++) millis(path);
        double[] millis = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) millis[i] = millis(path);
        return millis;
    }

    /** Until the answer is whole; one that is still being made is asked for again. */
    private double millis(String path) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(server.live().resolve(path))
                .header("Authorization", "Bearer " + server.token())
                .header("Accept", "application/json")
                .build();
        long start = System.nanoTime();
        while (true) {
            int status = status(request);
            if (status == 200) return (System.nanoTime() - start) / 1e6;
            if (status != 202) throw new IllegalStateException(path + " was answered by " + status);
            TimeUnit.MILLISECONDS.sleep(ASK_AGAIN_MS);
        }
    }

    private int status(HttpRequest request) throws InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofByteArray()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
