package org.cuntu.core.dossier.internal;

import org.cuntu.testing.TestApplication;

class FeatureSearchOnH2Test extends FeatureSearchContract {
    @Override
    TestApplication application() {
        return TestApplication.onH2();
    }
}
