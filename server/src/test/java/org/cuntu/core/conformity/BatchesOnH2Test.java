package org.cuntu.core.conformity;

import org.cuntu.testing.TestApplication;

class BatchesOnH2Test extends BatchesContract {
    @Override
    TestApplication application() {
        return TestApplication.onH2();
    }
}
