package org.cuntu.core.cases.internal;

import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class MatterVersionsOnPostgresTest extends MatterVersionsContract {
    MatterVersionsOnPostgresTest() {
        super(TestApplication.onPostgres());
    }
}
