package org.cuntu.platform.oversight.internal;

import org.cuntu.testing.TestApplication;

class UnusualOnH2Test extends UnusualContract {
    @Override
    TestApplication application() {
        return TestApplication.onH2();
    }
}
