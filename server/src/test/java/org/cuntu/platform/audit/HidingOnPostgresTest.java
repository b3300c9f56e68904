package org.cuntu.platform.audit;

import java.nio.file.Path;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class HidingOnPostgresTest extends HidingContract {
    private static final Path HOME = TestApplication.temporaryHome();
    private static TestApplication own;

    /** Of its own: what is done to the log here is done to nobody else's. */
    @Override
    TestApplication application() {
        if (own == null)
            own = TestApplication.start(
                    HOME, false, TestApplication.postgresSettings("hiding").toArray(String[]::new));
        return own;
    }

    @AfterAll
    static void stop() {
        own.close();
        own = null;
        TestApplication.delete(HOME);
    }
}
