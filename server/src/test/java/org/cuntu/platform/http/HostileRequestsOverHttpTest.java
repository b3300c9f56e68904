package org.cuntu.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No request makes the server stumble: what cannot be answered is refused in words. */
class HostileRequestsOverHttpTest {
    @Test
    void noEndpointStumblesOverAnythingThatIsSentToIt(@TempDir Path home) {
        try (TestApplication application = TestApplication.start(home, true)) {
            Talk.accounts(application);

            assertThat(HostileRequests.stumbled(application)).isEmpty();
        }
    }
}
