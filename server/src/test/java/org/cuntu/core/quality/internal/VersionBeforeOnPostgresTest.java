package org.cuntu.core.quality.internal;

import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class VersionBeforeOnPostgresTest extends VersionBeforeContract {
    @Override
    TestApplication application() {
        return TestApplication.onPostgres();
    }
}
