package org.cuntu.core.cases;

import java.nio.file.Path;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class ChangedRulesOnH2Test extends ChangedRulesContract {
    @TempDir
    static Path home;

    private static TestApplication application;

    @BeforeAll
    static void open() {
        application = start(home.resolve("home"), false, settings(home));
        new ChangedRulesOnH2Test().ground();
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
