package org.cuntu.core.quality.internal;

import org.cuntu.testing.TestApplication;

class ThinChecksOnH2Test extends ThinChecksContract {
    @Override
    TestApplication application() {
        return TestApplication.onH2();
    }
}
