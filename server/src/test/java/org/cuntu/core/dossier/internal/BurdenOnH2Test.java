package org.cuntu.core.dossier.internal;

import org.cuntu.testing.TestApplication;

class BurdenOnH2Test extends BurdenContract {
    @Override
    TestApplication application() {
        return TestApplication.onH2();
    }
}
