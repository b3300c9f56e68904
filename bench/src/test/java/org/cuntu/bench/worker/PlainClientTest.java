package org.cuntu.bench.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlainClientTest {
    private static final String HEADERS = "Prefer: return=minimal\r\n";

    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final Set<Integer> callers = Collections.synchronizedSet(new TreeSet<>());
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/echo", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            heard.add(exchange.getRequestHeaders().getFirst("Prefer") + " " + body);
            callers.add(exchange.getRemoteAddress().getPort());
            byte[] answer = new byte[body.equals("long") ? 1_000_003 : 5];
            exchange.sendResponseHeaders(body.equals("no") ? 422 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private PlainClient client(int port) {
        return new PlainClient(URI.create("http://127.0.0.1:" + port + "/echo"), HEADERS);
    }

    private static byte[] body(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void postsAndTellsTheStatusOnOneConnection() throws IOException {
        PlainClient client = client(server.getAddress().getPort());

        assertThat(client.post(client.request(body("one")))).isEqualTo(200);
        assertThat(client.post(client.request(body("long")))).isEqualTo(200);
        assertThat(client.post(client.request(body("no")))).isEqualTo(422);
        assertThat(client.post(client.request(body("柳州")))).isEqualTo(200);

        assertThat(heard)
                .containsExactly("return=minimal one", "return=minimal long", "return=minimal no", "return=minimal 柳州");
        assertThat(callers).hasSize(1);
    }

    @Test
    void asksAgainWhereAnIdleConnectionWasClosed() throws Exception {
        String answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
        try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> served = answerEach(listening, 2, answer);
            PlainClient client = client(listening.getLocalPort());
            assertThat(client.post(client.request(body("one")))).isEqualTo(200);
            assertThat(client.post(client.request(body("two")))).isEqualTo(200);
            served.get();
        }
    }

    @Test
    void anAnswerThatEndsTooSoonIsAFailure() throws Exception {
        try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> served =
                    answerEach(listening, 1, "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\nok");
            PlainClient client = client(listening.getLocalPort());
            byte[] request = client.request(body("one"));
            assertThatThrownBy(() -> client.post(request)).isInstanceOf(IOException.class);
            served.get();
        }
    }

    /** Gives each of some connections one answer, and closes it. */
    private static CompletableFuture<Void> answerEach(ServerSocket listening, int connections, String answer) {
        return CompletableFuture.runAsync(() -> {
            for (int i = 0; i < connections; i++)
                try (Socket socket = listening.accept()) {
                    byte[] request = new byte[10_000];
                    int have = 0;
                    while (!new String(request, 0, have, StandardCharsets.UTF_8).endsWith(i == 0 ? "one" : "two"))
                        have += socket.getInputStream().read(request, have, request.length - have);
                    socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
        });
    }
}
