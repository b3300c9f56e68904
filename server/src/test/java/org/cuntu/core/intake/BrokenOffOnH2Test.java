package org.cuntu.core.intake;

import java.nio.file.Path;
import java.util.List;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class BrokenOffOnH2Test extends BrokenOffContract {
    @TempDir
    static Path home;

    private static TestApplication application;

    @BeforeAll
    static void begin() {
        application = start(home, false, List.of("cuntu.tasks.run=false"));
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
