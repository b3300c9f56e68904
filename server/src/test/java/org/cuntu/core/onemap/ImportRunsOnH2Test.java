package org.cuntu.core.onemap;

import org.cuntu.testing.TestApplication;

class ImportRunsOnH2Test extends ImportRunsContract {
    @Override
    TestApplication application() {
        return TestApplication.onH2();
    }
}
