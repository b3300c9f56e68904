package org.cuntu.platform.identity.internal;

import org.cuntu.testing.TestApplication;

class SignInOnH2Test extends SignInContract {
    @Override
    TestApplication application() {
        return TestApplication.onH2();
    }
}
