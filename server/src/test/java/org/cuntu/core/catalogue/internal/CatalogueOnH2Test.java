package org.cuntu.core.catalogue.internal;

import org.cuntu.testing.TestApplication;

class CatalogueOnH2Test extends CatalogueContract {
    @Override
    TestApplication application() {
        return TestApplication.onH2();
    }
}
