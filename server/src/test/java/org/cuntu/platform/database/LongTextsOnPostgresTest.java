package org.cuntu.platform.database;

import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class LongTextsOnPostgresTest extends LongTextsContract {
    @Override
    TestApplication application() {
        return TestApplication.onPostgres();
    }
}
