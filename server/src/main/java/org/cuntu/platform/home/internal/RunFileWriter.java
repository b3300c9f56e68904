package org.cuntu.platform.home.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.cuntu.platform.home.Home;
import org.cuntu.platform.home.OperatorToken;
import org.cuntu.platform.home.RunFile;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes {@code run.json} when the web server listens, and takes it away when the application stops. */
@Component
class RunFileWriter {
    private final Home home;
    private final OperatorToken token;
    private boolean written;

    RunFileWriter(Home home, OperatorToken token) {
        this.home = home;
        this.token = token;
    }

    @EventListener
    void listening(WebServerInitializedEvent event) {
        try {
            new RunFile(
                            OwnerPort.of(event.getWebServer()),
                            token.value(),
                            ProcessHandle.current().pid())
                    .write(home);
            written = true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @EventListener(ContextClosedEvent.class)
    void stopped() {
        try {
            if (written) Files.deleteIfExists(home.runFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
