package org.cuntu.core.dossier.internal;

import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class ReviewDivisionOnPostgresTest extends ReviewDivisionContract {
    @Override
    TestApplication application() {
        return TestApplication.onPostgres();
    }
}
