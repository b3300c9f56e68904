package org.cuntu.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.cuntu.platform.audit.ProofEntry;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.home.RunFile;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server that is asked to stop finishes what it has begun. */
class GracefulStopTest {
    private static final String GO_ON = "HTTP/1.1 100 \r\n\r\n";

    @TempDir
    Path home;

    @Test
    @Timeout(60)
    void aRequestThatIsUnderWayIsAnsweredAndItsActHasAPlaceInTheLog() throws Exception {
        TestApplication application = TestApplication.start(home, true);
        int port = application.port();
        String token = RunFile.find(home).orElseThrow().token();
        byte[] body = "{\"name\":\"under way\",\"plots\":[]}".getBytes(StandardCharsets.UTF_8);
        try (Socket socket = new Socket("127.0.0.1", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/drafts HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + token
                            + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length
                            + "\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.flush();
            InputStream in = socket.getInputStream();
            // the server has the request in its hands once it asks for the body
            assertThat(new String(in.readNBytes(GO_ON.length()), StandardCharsets.US_ASCII))
                    .startsWith("HTTP/1.1 100");
            Thread stopping = Thread.ofPlatform().start(application::close);
            out.write(body);
            out.flush();
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            stopping.join();

            assertThat(answer).startsWith("HTTP/1.1 201");
        }

        try (TestApplication next = TestApplication.start(home, false, "cuntu.tasks.run=false")) {
            assertThat(next.bean(ProofLog.class).listNewest(100).stream()
                            .map(ProofEntry::act)
                            .map(act -> act.act()))
                    .contains("conformity:draft:create");
        }
    }
}
