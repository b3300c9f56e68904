package org.cuntu.platform.backup.internal;

import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class BackupsOnPostgresTest extends BackupsContract {
    private static int number;

    @Override
    String[] database() {
        return TestApplication.emptyPostgresSettings("backup_" + ++number).toArray(String[]::new);
    }
}
