package org.cuntu.core.dossier.internal;

import org.cuntu.testing.TestApplication;

class DossierOnH2Test extends DossierContract {
    @Override
    TestApplication application() {
        return TestApplication.onH2();
    }
}
