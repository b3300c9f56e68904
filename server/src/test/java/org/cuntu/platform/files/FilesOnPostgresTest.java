package org.cuntu.platform.files;

import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class FilesOnPostgresTest extends FilesContract {
    @Override
    TestApplication application() {
        return TestApplication.onPostgres();
    }
}
