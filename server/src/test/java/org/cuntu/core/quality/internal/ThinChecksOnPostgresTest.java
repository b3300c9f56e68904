package org.cuntu.core.quality.internal;

import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class ThinChecksOnPostgresTest extends ThinChecksContract {
    @Override
    TestApplication application() {
        return TestApplication.onPostgres();
    }
}
