package org.cuntu.core.onemap;

import org.cuntu.testing.TestApplication;

class ReleasesOnH2Test extends ReleasesContract {
    @Override
    TestApplication application() {
        return TestApplication.onH2();
    }
}
