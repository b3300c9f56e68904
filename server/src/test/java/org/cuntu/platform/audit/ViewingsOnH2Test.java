package org.cuntu.platform.audit;

import org.cuntu.testing.TestApplication;

class ViewingsOnH2Test extends ViewingsContract {
    @Override
    TestApplication application() {
        return TestApplication.onH2();
    }
}
