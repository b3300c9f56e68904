package org.cuntu.platform.database;

import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class MigrationsOnPostgresTest extends MigrationsContract {
    @Override
    TestApplication application() {
        return TestApplication.onPostgres();
    }
}
