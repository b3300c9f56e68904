package org.cuntu.platform.database;

import org.cuntu.testing.TestApplication;

class GeometryOnH2Test extends GeometryContract {
    @Override
    TestApplication application() {
        return TestApplication.onH2();
    }
}
