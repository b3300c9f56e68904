package org.cuntu.core.onemap;

import org.cuntu.testing.TestApplication;

class ThinLayersOnH2Test extends ThinLayersContract {
    @Override
    TestApplication application() {
        return TestApplication.onH2();
    }
}
