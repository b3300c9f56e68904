package org.cuntu.core.dossier.internal;

import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class BurdenOnPostgresTest extends BurdenContract {
    @Override
    TestApplication application() {
        return TestApplication.onPostgres();
    }
}
