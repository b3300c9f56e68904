package org.cuntu.core.onemap;

import org.cuntu.testing.TestApplication;

class LayerImportOnH2Test extends LayerImportContract {
    @Override
    TestApplication application() {
        return TestApplication.onH2();
    }
}
