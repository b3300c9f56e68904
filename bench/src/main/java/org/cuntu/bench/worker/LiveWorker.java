package org.cuntu.bench.worker;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.cuntu.bench.city.ShapeFile;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/**
 * Asks a server for live reviews in an open loop: each request has its moment, whether those before it are answered or
 * not, and its time counts from that moment. A server that stalls is therefore not spared the requests that it kept
 * waiting (coordinated omission).
 */
final class LiveWorker {
    private final List<byte[]> bodies = new ArrayList<>();

    void register(Worker worker) {
        worker.on("sites", w -> sites(Path.of(w[0])));
        worker.on("run", w -> run(URI.create(w[0]), w[1], Integer.parseInt(w[2]), Integer.parseInt(w[3])));
    }

    /** Those of a file, in place of those before. */
    private Object sites(Path file) {
        bodies.clear();
        ShapeFile.read(
                file,
                entry -> bodies.add(body(entry.geometry().getCoordinates()).getBytes(StandardCharsets.US_ASCII)));
        return Map.of("sites", bodies.size());
    }

    private static String body(Coordinate[] ring) {
        StringBuilder text = new StringBuilder();
        text.append(
                "{\"crs\":\"EPSG:4490\",\"plots\":[{\"number\":\"1\",\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[");
        for (int i = 0; i < ring.length; i++)
            text.append(i == 0 ? "[" : ",[")
                    .append(ring[i].x)
                    .append(',')
                    .append(ring[i].y)
                    .append(']');
        return text.append("]]}}]}").toString();
    }

    /** @return {@code millis} of each request from its moment to the last byte of its answer; {@code failed}: why how many have no answer with 200 */
    private Object run(URI address, String token, int perSecond, int seconds) {
        PlainClient client = new PlainClient(
                address,
                "Authorization: Bearer " + token + "\r\nContent-Type: application/json\r\nPrefer: return=minimal\r\n");
        List<byte[]> requests = bodies.stream().map(client::request).toList();
        int count = perSecond * seconds;
        double[] millis = new double[count];
        Map<String, Integer> failed = new ConcurrentHashMap<>();
        try (var threads = Executors.newCachedThreadPool()) {
            long start = System.nanoTime() + 100_000_000L;
            for (int i = 0; i < count; i++) {
                long moment = start + i * 1_000_000_000L / perSecond;
                for (long rest = moment - System.nanoTime(); rest > 0; rest = moment - System.nanoTime())
                    LockSupport.parkNanos(rest);
                int at = i;
                threads.execute(() -> {
                    String failure = ask(client, requests.get(at % requests.size()));
                    millis[at] = (System.nanoTime() - moment) / 1e6;
                    if (failure != null) failed.merge(failure, 1, Integer::sum);
                });
            }
        }
        return Map.of("millis", millis, "failed", failed);
    }

    private static @Nullable String ask(PlainClient client, byte[] request) {
        try {
            int status = client.post(request);
            return status == HttpURLConnection.HTTP_OK ? null : "status " + status;
        } catch (IOException e) {
            return e.toString();
        }
    }
}
