package org.cuntu.core.quality.internal;

import org.cuntu.testing.TestApplication;

class VersionBeforeOnH2Test extends VersionBeforeContract {
    @Override
    TestApplication application() {
        return TestApplication.onH2();
    }
}
