package org.cuntu.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What the container refuses before any filter is said as everything else is: over a socket, where no client mends the request. */
class RawRequestsTest {
    private final TestApplication application = TestApplication.onTheWeb();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/reviews/a%2Fb HTTP/1.1\r\nHost: localhost\r\n",
                "GET /api/../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n",
                "GET /api/layers\\x HTTP/1.1\r\nHost: localhost\r\n",
                "GET /api/<script> HTTP/1.1\r\nHost: localhost\r\n",
                "GET /api/layers HTTP/1.1\r\n",
                "GET /api/layers HTTP/1.1\r\nHost: a\r\nHost: b\r\n",
                "GE\u0001T /api/layers HTTP/1.1\r\nHost: localhost\r\n"
            })
    void aRequestThatTheContainerRefusesIsAProblemWithThePagesHeaders(String request) throws IOException {
        String answer = said(request);
        String head = answer.substring(0, answer.indexOf("\r\n\r\n"));

        assertThat(head).startsWith("HTTP/1.1 400").containsIgnoringCase("Content-Type: application/problem+json");
        assertThat(head).contains("Content-Security-Policy: default-src 'self'", "X-Content-Type-Options: nosniff");
        assertThat(head).containsPattern("X-Request-Id: [0-9a-f-]{13}").doesNotContain("Server:");
        assertThat(JsonMapper.shared().readTree(body(answer)).get("code").asString())
                .isEqualTo("http.bad-request");
        assertThat(answer).doesNotContain("<html", "Tomcat", "org.apache", "<script>");
    }

    @Test
    void itIsSaidInTheCallersLanguageWhereTheHeadersCouldBeRead() throws IOException {
        String answer = said("GET /api/reviews/a%2Fb HTTP/1.1\r\nHost: localhost\r\nAccept-Language: en\r\n");

        assertThat(JsonMapper.shared().readTree(body(answer)).get("title").asString())
                .matches("[\\x20-\\x7e]+");
    }

    /** Without its length, or by its pieces. */
    private static String body(String answer) {
        String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);
        return body.substring(body.indexOf('{'), body.lastIndexOf('}') + 1);
    }

    private String said(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), application.port())) {
            socket.setSoTimeout(10_000);
            byte[] bytes = (request + "Connection: close\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
