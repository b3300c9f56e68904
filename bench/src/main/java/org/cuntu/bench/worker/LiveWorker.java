package org.cuntu.bench.worker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
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
    private static final int PATIENCE_MILLIS = 30_000;

    private final List<byte[]> bodies = new ArrayList<>();

    void register(Worker worker) {
        System.setProperty("http.maxConnections", "64"); // kept open, as a page keeps its own
        worker.on("sites", w -> sites(Path.of(w[0])));
        worker.on("run", w -> run(URI.create(w[0]), w[1], Integer.parseInt(w[2]), Integer.parseInt(w[3])));
    }

    private Object sites(Path file) {
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
    private Object run(URI address, String token, int perSecond, int seconds) throws MalformedURLException {
        URL url = address.toURL();
        int count = perSecond * seconds;
        double[] millis = new double[count];
        Map<String, Integer> failed = new ConcurrentHashMap<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime() + 100_000_000L;
            for (int i = 0; i < count; i++) {
                long moment = start + i * 1_000_000_000L / perSecond;
                for (long rest = moment - System.nanoTime(); rest > 0; rest = moment - System.nanoTime())
                    LockSupport.parkNanos(rest);
                int at = i;
                threads.execute(() -> {
                    String failure = ask(url, token, bodies.get(at % bodies.size()));
                    millis[at] = (System.nanoTime() - moment) / 1e6;
                    if (failure != null) failed.merge(failure, 1, Integer::sum);
                });
            }
        }
        return Map.of("millis", millis, "failed", failed);
    }

    /** The plainest client of the platform: on two cores a richer one takes as much of the processor as the answer itself. */
    private static @Nullable String ask(URL url, String token, byte[] body) {
        try {
            HttpURLConnection connection = (HttpURLConnection) url.openConnection();
            connection.setRequestMethod("POST");
            connection.setDoOutput(true);
            connection.setReadTimeout(PATIENCE_MILLIS);
            connection.setFixedLengthStreamingMode(body.length);
            connection.setRequestProperty("Authorization", "Bearer " + token);
            connection.setRequestProperty("Content-Type", "application/json");
            connection.setRequestProperty("Prefer", "return=minimal");
            try (OutputStream out = connection.getOutputStream()) {
                out.write(body);
            }
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK)
                return "status " + connection.getResponseCode();
            try (InputStream in = connection.getInputStream()) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return null;
        } catch (IOException e) {
            return e.toString();
        }
    }
}
