package org.cuntu.platform.search;

import org.cuntu.testing.TestApplication;

class SearchIndexOnH2Test extends SearchIndexContract {
    @Override
    TestApplication application() {
        return TestApplication.onH2();
    }
}
