package org.cuntu.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cuntu.testing.TestApplication.eventually;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every answer has in common: problems in two languages, limits, headers, the page, the health. */
class AnswersOverHttpTest {
    private static final int LIMIT = 1 << 20;

    private final TestApplication application = TestApplication.onTheWeb();
    private final Talk reviewer = Talk.as(application, "reviewer");

    @Test
    void aProblemIsSaidInTheCallersLanguageAndChineseOtherwise() {
        String path = "/api/tasks/00000000-0000-0000-0000-000000000000";
        Map<String, String> said = Map.of(
                "en-GB,en;q=0.9", "There is no task",
                "zh-CN,en;q=0.5", "没有",
                "fr", "没有");

        said.forEach((language, words) -> {
            Talk.Answer answer = reviewer.get(path, "Accept-Language", language);
            assertThat(answer.said()).isEqualTo("404 task.unknown");
            assertThat(answer.json().get("title").asString()).as(language).contains(words);
            assertThat(answer.json().get("type").asString()).isEqualTo("urn:cuntu:problem:task.unknown");
            assertThat(answer.json().get("todo").asString()).isNotBlank();
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        });
    }

    @Test
    void everyMisuseOfAnAddressIsAProblemToo() {
        assertThat(reviewer.get("/api/no-such-thing").said()).isEqualTo("404 http.not-found");
        assertThat(reviewer.get("/api/tasks/17").said()).isEqualTo("400 http.parameter");
        assertThat(reviewer.get("/api/layers?asOf=yesterday").said()).isEqualTo("400 http.parameter");
        assertThat(reviewer.send("PUT", "/api/layers", "text/plain", "").said()).isEqualTo("405 http.method");
        assertThat(reviewer.send("POST", "/api/session", "text/plain", "x").said())
                .isEqualTo("415 http.media-type");
        assertThat(reviewer.send("POST", "/api/session", "application/json", "{")
                        .said())
                .isEqualTo("400 http.unreadable");
    }

    @Test
    void aBodyWhoseLengthIsAboveTheLimitIsNotRead() {
        Talk.Answer answer = reviewer.send("POST", "/api/session", "application/json", "x".repeat(LIMIT + 1));

        assertThat(answer.said()).isEqualTo("413 http.too-large");
        assertThat(answer.header("Content-Security-Policy")).contains("default-src 'self'");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
    }

    @Test
    void aMemberThatNobodyAskedForIsRefused() {
        Talk.Answer answer = reviewer.send(
                "POST",
                "/api/session",
                "application/json",
                "{\"user\":\"reviewer\",\"password\":\"a password for tests\",\"roles\":[\"system-admin\"]}");

        assertThat(answer.said()).isEqualTo("400 http.unreadable");
    }

    @Test
    void everyAnswerNamesItsRequest() {
        assertThat(reviewer.get("/api/layers").header("X-Request-Id")).matches("[0-9a-f-]{13}");
        assertThat(reviewer.get("/api/layers").header("X-Request-Id"))
                .isNotEqualTo(reviewer.get("/api/layers").header("X-Request-Id"));
    }

    @Test
    void aBodyWithoutALengthIsReadToTheLimitAndNoFurther() {
        byte[] body = ("{\"user\":\"" + "x".repeat(2 * LIMIT) + "\"}").getBytes();

        Talk.Answer answer = reviewer.send(
                "POST",
                "/api/session",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                "Content-Type",
                "application/json",
                "X-XSRF-TOKEN",
                reviewer.token());

        assertThat(answer.said()).isEqualTo("413 http.too-large");
    }

    @Test
    void aFormWithoutALengthIsReadToTheLimitAndNoFurther() {
        Talk manager = Talk.as(application, "data-manager");
        byte[] body = ("--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.shp\"\r\n\r\n"
                        + "x".repeat(LIMIT + (LIMIT >> 1)) + "\r\n--x--\r\n")
                .getBytes();

        Talk.Answer answer = manager.send(
                "POST",
                "/api/imports",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)),
                "Content-Type",
                "multipart/form-data; boundary=x",
                "X-XSRF-TOKEN",
                manager.token());

        assertThat(answer.said()).isEqualTo("413 http.too-large");
    }

    @Test
    void theHealthSaysUpAndNothingElse() {
        Talk anonymous = Talk.anonymous(application);
        eventually("warmed up", () -> anonymous.get("/actuator/health").status() == 200);

        assertThat(anonymous.get("/actuator/health").text()).isEqualTo("{\"status\":\"UP\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/actuator", "/actuator/env", "/actuator/health/db", "/actuator/heapdump", "/actuator/info"})
    void nothingElseOfTheActuatorIsThere(String path) {
        assertThat(reviewer.get(path).status()).isIn(401, 403, 404);
        assertThat(Talk.anonymous(application).get(path).status()).isIn(401, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/api/session", "/api/layers", "/api/nowhere", "/actuator/health"})
    void everyAnswerCarriesTheHeadersThatProtectThePage(String path) {
        Talk.Answer answer = reviewer.get(path);

        assertThat(answer.header("Content-Security-Policy"))
                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'")
                .doesNotContain("http:", "https:", "unsafe-eval", "unsafe-inline");
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Server")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api",
                "/api/",
                "/api/x/y",
                "/actuator/",
                "/assets/no.js",
                "/no-such.file",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/..%2f..%2fetc%2fpasswd",
                "/WEB-INF/web.xml",
                "/application.yml"
            })
    void thePageIsNotServedForWhatIsNoAddressOfThePage(String path) {
        Talk.Answer answer = reviewer.get(path);

        assertThat(answer.status()).isIn(400, 403, 404);
        assertThat(answer.text()).doesNotContain("id=\"app\"", "root:", "spring:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/reviews/r-12345678", "/map"})
    void thePageIsServedForEveryAddressThatItMakesSenseOf(String path) {
        Talk.Answer answer = Talk.anonymous(application).get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("id=\"app\"");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void theErrorPageAsksForASignInLikeAnyOther() {
        assertThat(Talk.anonymous(application).get("/error").status()).isIn(401, 404);
    }
}
