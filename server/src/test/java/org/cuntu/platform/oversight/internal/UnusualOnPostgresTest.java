package org.cuntu.platform.oversight.internal;

import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class UnusualOnPostgresTest extends UnusualContract {
    @Override
    TestApplication application() {
        return TestApplication.onPostgres();
    }
}
