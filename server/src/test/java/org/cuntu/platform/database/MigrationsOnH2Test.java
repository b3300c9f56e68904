package org.cuntu.platform.database;

import org.cuntu.testing.TestApplication;

class MigrationsOnH2Test extends MigrationsContract {
    @Override
    TestApplication application() {
        return TestApplication.onH2();
    }
}
