package org.cuntu.platform.identity;

import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class AccountsOnPostgresTest extends AccountsContract {
    @Override
    TestApplication application() {
        return TestApplication.onPostgres();
    }
}
