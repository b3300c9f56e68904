package org.cuntu.platform.identity.internal;

import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class GrantsOnPostgresTest extends GrantsContract {
    @Override
    TestApplication application() {
        return TestApplication.onPostgres();
    }
}
