package org.cuntu.platform.identity;

import org.cuntu.testing.TestApplication;

class AccountsOnH2Test extends AccountsContract {
    @Override
    TestApplication application() {
        return TestApplication.onH2();
    }
}
