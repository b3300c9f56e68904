package org.cuntu.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cuntu.testing.Endpoint;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An identity number that is sent through every input is in no line of the log; the requests are. */
class CanaryTest {
    /** GB 11643-1999, 4: nobody's. */
    private static final String CANARY = "11010519491231002X";

    @TempDir
    Path folder;

    @Test
    void noInputReachesTheLogAsItWas() throws Exception {
        Path log = folder.resolve("logs/cuntu.log");
        try (TestApplication application = TestApplication.start(
                folder.resolve("home"),
                true,
                "logging.file.name=" + log,
                "logging.threshold.console=off",
                "logging.level.org.cuntu.platform=debug",
                "logging.level.org.cuntu.core=debug",
                "logging.level.org.cuntu.cli=debug",
                "logging.level.org.springframework=warn",
                "logging.level.org.apache=warn",
                "logging.level.com.zaxxer=warn")) {
            Talk.accounts(application);
            for (String role : List.of("reviewer", "data-manager", "system-admin")) {
                Talk talk = Talk.as(application, role);
                for (Endpoint endpoint : Endpoint.all(application)) send(talk, endpoint);
            }
            Talk.anonymous(application).signIn(CANARY, CANARY);
        }

        String written = Files.readString(log);
        assertThat(written.lines().filter(line -> line.contains("\"request\""))).hasSizeGreaterThan(100);
        assertThat(written.lines()).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
        assertThat(written).doesNotContain(CANARY, CANARY.substring(0, 17));
    }

    private static void send(Talk talk, Endpoint endpoint) {
        // signing out would end what is being tried
        if (endpoint.path().equals("/api/session")) return;
        String query = "?q=" + CANARY + "&id=" + CANARY + "&name=" + CANARY + "&order="
                + URLEncoder.encode("{\"layer\":\"" + CANARY + "\"}", StandardCharsets.UTF_8);
        String address = endpoint.path().replaceAll("\\{[^/}]+}", CANARY) + query;
        if (!endpoint.writes()) {
            talk.get(address, "User-Agent", CANARY, "Accept-Language", "en," + CANARY);
            return;
        }
        boolean form = "multipart/form-data".equals(endpoint.consumes());
        String type = form ? "multipart/form-data; boundary=x" : "application/json";
        String body = form
                ? "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + CANARY + ".txt\"\r\n\r\n"
                        + CANARY + "\r\n--x\r\nContent-Disposition: form-data; name=\"layer\"\r\n\r\n" + CANARY
                        + "\r\n--x--\r\n"
                : "{\"name\":\"" + CANARY + "\",\"" + CANARY + "\":\"" + CANARY + "\",\"crs\":\"" + CANARY + "\"}";
        talk.send(
                endpoint.method(),
                address,
                BodyPublishers.ofString(body),
                "Content-Type",
                type,
                "X-XSRF-TOKEN",
                talk.token());
    }
}
