package org.cuntu.platform.audit;

import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class OversightOnPostgresTest extends OversightContract {
    @Override
    TestApplication application() {
        return TestApplication.onPostgres();
    }
}
