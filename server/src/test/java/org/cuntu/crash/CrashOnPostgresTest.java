package org.cuntu.crash;

import java.util.List;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class CrashOnPostgresTest extends CrashContract {
    @Override
    List<String> database() {
        return TestApplication.postgresSettings("crash");
    }
}
