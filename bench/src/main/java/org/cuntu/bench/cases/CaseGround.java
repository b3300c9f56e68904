package org.cuntu.bench.cases;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.cuntu.bench.peer.DemoServer;
import org.cuntu.bench.peer.PrivateCluster;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** A server with the small demo city on a PostgreSQL of its own, asked as the home's owner. For one thread. */
public final class CaseGround implements AutoCloseable {
    /** Of every account that the bench makes. */
    public static final String PASSWORD = "only-for-this-bench";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int BUFFER_MEGABYTES = 512;
    private static final int PATIENCE_SECONDS = 600;

    private final String database;
    private final URI address;
    private final String token;
    private final Runnable end;
    private final HttpClient client = HttpClient.newHttpClient();

    /** @param token of the home's owner @param end what is done when it is closed */
    CaseGround(String database, URI address, String token, Runnable end) {
        this.database = database;
        this.address = address;
        this.token = token;
        this.end = end;
    }

    /** Starts both and waits until the demo has done its own work. */
    public static CaseGround start(Path root, Path folder, Path log) throws InterruptedException {
        if (!PrivateCluster.isThere()) throw new IllegalStateException("no PostgreSQL with PostGIS");
        PrivateCluster cluster = PrivateCluster.startDurable(BUFFER_MEGABYTES);
        try {
            try (Connection connection = DriverManager.getConnection(cluster.url(), "postgres", "");
                    Statement statement = connection.createStatement()) {
                statement.execute("create extension postgis");
            }
            Map<String, String> settings = Map.of(
                    "CUNTU_DATABASE_URL",
                    cluster.url(),
                    "CUNTU_DATABASE_USER",
                    "postgres",
                    "CUNTU_DEMOPASSWORD",
                    PASSWORD,
                    // one address signs in for the whole city
                    "CUNTU_RATE_SIGNIN",
                    "0",
                    "CUNTU_RATE_REQUESTS",
                    "0");
            DemoServer server = DemoServer.start(root, folder.resolve("cases-home"), "small", log, settings);
            CaseGround ground = new CaseGround(cluster.url(), server.address(), server.token(), () -> {
                server.close();
                cluster.close();
            });
            ground.awaitAccounts();
            if (!server.awaitRest()) throw new IllegalStateException("the demo's own tasks do not end");
            return ground;
        } catch (SQLException e) {
            cluster.close();
            throw new IllegalStateException(e);
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** They are made after the server is up, and the demo's own work begins after them. */
    private void awaitAccounts() throws InterruptedException {
        for (int i = 0; i < PATIENCE_SECONDS; i++) {
            if (!list("select id from account where id = 'weijianguo'").isEmpty()) return;
            TimeUnit.SECONDS.sleep(1);
        }
        throw new IllegalStateException("the demo has no accounts");
    }

    public URI address() {
        return address;
    }

    /** Its address for psql. */
    public String database() {
        return database;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(database, "postgres", "");
    }

    /** Of a query whose rows have one column. */
    public List<String> list(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (row.next()) found.add(row.getString(1));
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void execute(String... statements) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode get(String path) {
        return send(request(path).build());
    }

    JsonNode send(String method, String path, Object body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                .build());
    }

    /** A file of a few bytes. */
    JsonNode give(String path) {
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=bench")
                .PUT(HttpRequest.BodyPublishers.ofByteArray(form()))
                .build());
    }

    /** A form with one small file, invented. */
    public static byte[] form() {
        String pdf = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";
        return ("--bench\r\nContent-Disposition: form-data; name=\"file\"; filename=\"sample.pdf\"\r\n"
                        + "Content-Type: application/pdf\r\n\r\n" + pdf + "\r\n--bench--\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Answers of the matter's form. */
    public static Map<String, Object> answers(int storeys) {
        return CaseSamples.form(storeys);
    }

    /** A house of some hundred square metres. */
    public static Map<String, Object> house(double lon, double lat) {
        return CaseSamples.house(new double[] {lon, lat});
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json");
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() >= 300)
                throw new IllegalStateException(request.method() + " "
                        + request.uri().getPath() + " was answered by " + answer.statusCode() + ": " + answer.body());
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
        end.run();
    }
}
