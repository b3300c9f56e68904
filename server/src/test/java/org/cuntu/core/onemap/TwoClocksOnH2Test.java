package org.cuntu.core.onemap;

import org.cuntu.testing.TestApplication;

class TwoClocksOnH2Test extends TwoClocksContract {
    @Override
    TestApplication application() {
        return TestApplication.onH2();
    }
}
