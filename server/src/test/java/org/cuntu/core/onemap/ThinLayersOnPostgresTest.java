package org.cuntu.core.onemap;

import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class ThinLayersOnPostgresTest extends ThinLayersContract {
    @Override
    TestApplication application() {
        return TestApplication.onPostgres();
    }
}
