package org.cuntu.core.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("postgres")
class BrokenOffOnPostgresTest extends BrokenOffContract {
    @TempDir
    static Path home;

    private static TestApplication application;

    @BeforeAll
    static void begin() {
        List<String> settings = new ArrayList<>(TestApplication.postgresSettings("intake_broken_off"));
        settings.add("cuntu.tasks.run=false");
        application = start(home, true, settings);
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
