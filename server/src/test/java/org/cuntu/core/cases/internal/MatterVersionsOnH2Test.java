package org.cuntu.core.cases.internal;

import org.cuntu.testing.TestApplication;

class MatterVersionsOnH2Test extends MatterVersionsContract {
    MatterVersionsOnH2Test() {
        super(TestApplication.onH2());
    }
}
