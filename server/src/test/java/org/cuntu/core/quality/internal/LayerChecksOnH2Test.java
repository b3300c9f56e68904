package org.cuntu.core.quality.internal;

import org.cuntu.testing.TestApplication;

class LayerChecksOnH2Test extends LayerChecksContract {
    @Override
    TestApplication application() {
        return TestApplication.onH2();
    }
}
