package org.cuntu.platform.audit;

import org.cuntu.testing.TestApplication;

class ProofLogOnH2Test extends ProofLogContract {
    @Override
    TestApplication application() {
        return TestApplication.onH2();
    }
}
