package org.cuntu.platform.audit;

import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class ViewingsOnPostgresTest extends ViewingsContract {
    @Override
    TestApplication application() {
        return TestApplication.onPostgres();
    }
}
