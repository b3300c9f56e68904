package org.cuntu.platform.identity.internal;

import org.cuntu.testing.TestApplication;

class GrantsOnH2Test extends GrantsContract {
    @Override
    TestApplication application() {
        return TestApplication.onH2();
    }
}
