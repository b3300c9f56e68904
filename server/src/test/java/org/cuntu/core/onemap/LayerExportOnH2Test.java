package org.cuntu.core.onemap;

import org.cuntu.testing.TestApplication;

class LayerExportOnH2Test extends LayerExportContract {
    @Override
    TestApplication application() {
        return TestApplication.onH2();
    }
}
