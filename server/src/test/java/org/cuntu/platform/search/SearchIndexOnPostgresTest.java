package org.cuntu.platform.search;

import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class SearchIndexOnPostgresTest extends SearchIndexContract {
    @Override
    TestApplication application() {
        return TestApplication.onPostgres();
    }
}
