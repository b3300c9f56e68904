package org.cuntu.core.dossier.internal;

import org.cuntu.testing.TestApplication;

class ReviewDivisionOnH2Test extends ReviewDivisionContract {
    @Override
    TestApplication application() {
        return TestApplication.onH2();
    }
}
