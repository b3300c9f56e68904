package org.cuntu.platform.files;

import org.cuntu.testing.TestApplication;

class FilesOnH2Test extends FilesContract {
    @Override
    TestApplication application() {
        return TestApplication.onH2();
    }
}
