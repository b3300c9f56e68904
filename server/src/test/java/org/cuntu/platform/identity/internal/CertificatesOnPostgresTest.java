package org.cuntu.platform.identity.internal;

import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class CertificatesOnPostgresTest extends CertificatesContract {
    @Override
    TestApplication application() {
        return TestApplication.onPostgres();
    }
}
