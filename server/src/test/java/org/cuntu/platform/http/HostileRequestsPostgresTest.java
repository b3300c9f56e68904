package org.cuntu.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.cuntu.testing.Talk;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same on PostgreSQL, which keeps less than H2 does: no zero character, no half of a pair, no text beyond its column. */
@Tag("postgres")
class HostileRequestsPostgresTest {
    @Test
    void noEndpointStumblesOverAnythingThatIsSentToIt(@TempDir Path home) {
        String[] settings = TestApplication.postgresSettings("hostile").toArray(String[]::new);
        try (TestApplication application = TestApplication.start(home, true, settings)) {
            Talk.accounts(application);

            assertThat(HostileRequests.stumbled(application)).isEmpty();
        }
    }
}
