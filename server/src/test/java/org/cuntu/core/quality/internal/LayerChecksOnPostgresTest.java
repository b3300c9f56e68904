package org.cuntu.core.quality.internal;

import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class LayerChecksOnPostgresTest extends LayerChecksContract {
    @Override
    TestApplication application() {
        return TestApplication.onPostgres();
    }
}
