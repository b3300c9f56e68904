package org.cuntu.core.intake;

import java.nio.file.Path;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("postgres")
class YearlyOnPostgresTest extends YearlyContract {
    @TempDir
    static Path home;

    private static TestApplication application;

    @BeforeAll
    static void begin() {
        application = startChecked(home, true, TestApplication.postgresSettings("intake_yearly"));
    }

    @AfterAll
    static void end() {
        application.close();
    }

    @Override
    TestApplication application() {
        return application;
    }
}
