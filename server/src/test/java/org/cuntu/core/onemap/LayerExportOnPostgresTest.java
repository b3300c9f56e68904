package org.cuntu.core.onemap;

import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class LayerExportOnPostgresTest extends LayerExportContract {
    @Override
    TestApplication application() {
        return TestApplication.onPostgres();
    }
}
