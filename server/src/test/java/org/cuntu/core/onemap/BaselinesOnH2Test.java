package org.cuntu.core.onemap;

import org.cuntu.testing.TestApplication;

class BaselinesOnH2Test extends BaselinesContract {
    @Override
    TestApplication application() {
        return TestApplication.onH2();
    }
}
