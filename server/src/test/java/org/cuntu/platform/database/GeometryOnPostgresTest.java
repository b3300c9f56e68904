package org.cuntu.platform.database;

import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class GeometryOnPostgresTest extends GeometryContract {
    @Override
    TestApplication application() {
        return TestApplication.onPostgres();
    }
}
