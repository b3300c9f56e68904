package org.cuntu.platform.identity.internal;

import org.cuntu.testing.TestApplication;

class CertificatesOnH2Test extends CertificatesContract {
    @Override
    TestApplication application() {
        return TestApplication.onH2();
    }
}
