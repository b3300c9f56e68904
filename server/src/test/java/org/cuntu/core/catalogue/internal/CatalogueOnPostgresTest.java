package org.cuntu.core.catalogue.internal;

import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class CatalogueOnPostgresTest extends CatalogueContract {
    @Override
    TestApplication application() {
        return TestApplication.onPostgres();
    }
}
