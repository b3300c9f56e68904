package org.cuntu.business.permitting;

import java.nio.file.Path;
import java.util.List;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class SurveyResultsOnH2Test extends SurveyResultsContract {
    @TempDir
    static Path home;

    private static TestApplication application;

    @BeforeAll
    static void open() {
        application = start(home, false, List.of());
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
