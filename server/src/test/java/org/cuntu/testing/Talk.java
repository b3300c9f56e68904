package org.cuntu.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.home.YamlFile;
import org.cuntu.platform.identity.Accounts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One caller's requests over a real port, with cookies and the token against forgery as a browser has them. */
public final class Talk {
    private static final String PASSWORD = "a password for tests";

    private final int port;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(cookies).build();

    private Talk(TestApplication application) {
        this.port = application.port();
    }

    /** Somebody who has opened the page and not signed in. */
    public static Talk anonymous(TestApplication application) {
        Talk talk = new Talk(application);
        talk.get("/api/session");
        return talk;
    }

    /** Somebody without any cookie: a program. */
    public static Talk bare(TestApplication application) {
        return new Talk(application);
    }

    /** The account that holds this role and no other. */
    public static Talk as(TestApplication application, String role) {
        Talk talk = anonymous(application);
        talk.signIn(role, PASSWORD);
        return talk;
    }

    /** Accounts of the demo: they need no second device. */
    static void accounts(TestApplication application) {
        Accounts accounts = application.bean(Accounts.class);
        for (String role : roles(application))
            accounts.create(new Accounts.NewAccount(role, role, "u", List.of(role), PASSWORD, true));
        accounts.create(new Accounts.NewAccount("nobody", "n", "u", List.of(), PASSWORD, true));
    }

    /** The ids of roles.yaml. */
    public static List<String> roles(TestApplication application) {
        YamlFile yaml = YamlFile.read(application.bean(CityFolder.class).file("roles.yaml"));
        return yaml.root().nodes("roles").stream().map(role -> role.text("id")).toList();
    }

    public Answer signIn(String user, String password) {
        return send(
                "POST",
                "/api/session",
                "application/json",
                "{\"user\":\"" + user + "\",\"password\":\"" + password + "\"}");
    }

    public Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    /** With the token against forgery. */
    public Answer send(String method, String path, String type, String body, String... headers) {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("Content-Type", type, "X-XSRF-TOKEN", token()));
        return send(method, path, BodyPublishers.ofString(body), all.toArray(String[]::new));
    }

    public Answer send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .version(HttpClient.Version.HTTP_1_1)
                .method(method, body);
        if (headers.length > 0) request.headers(headers);
        try {
            return new Answer(client.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public String token() {
        return cookie("XSRF-TOKEN");
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** What came back. */
    public record Answer(HttpResponse<byte[]> response) {
        public int status() {
            return response.statusCode();
        }

        public String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public JsonNode json() {
            return JsonMapper.shared().readTree(response.body());
        }

        /** Status and the problem's code, for example {@code 403 identity.not-allowed}; the status alone when it is none. */
        public String said() {
            boolean problem = header("Content-Type").startsWith("application/problem+json");
            return status() + (problem ? " " + json().path("code").asString() : "");
        }

        @Override
        public String toString() {
            return said() + " " + text();
        }
    }
}
