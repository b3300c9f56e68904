package org.cuntu.platform.audit;

import org.cuntu.testing.TestApplication;

class OversightOnH2Test extends OversightContract {
    @Override
    TestApplication application() {
        return TestApplication.onH2();
    }
}
