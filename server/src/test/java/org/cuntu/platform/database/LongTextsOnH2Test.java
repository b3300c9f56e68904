package org.cuntu.platform.database;

import org.cuntu.testing.TestApplication;

class LongTextsOnH2Test extends LongTextsContract {
    @Override
    TestApplication application() {
        return TestApplication.onH2();
    }
}
