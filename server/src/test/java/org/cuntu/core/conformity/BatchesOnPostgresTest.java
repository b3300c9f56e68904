package org.cuntu.core.conformity;

import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class BatchesOnPostgresTest extends BatchesContract {
    @Override
    TestApplication application() {
        return TestApplication.onPostgres();
    }
}
