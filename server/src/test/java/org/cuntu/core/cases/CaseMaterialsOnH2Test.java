package org.cuntu.core.cases;

import java.nio.file.Path;
import java.util.List;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class CaseMaterialsOnH2Test extends CaseMaterialsContract {
    @TempDir
    static Path home;

    private static TestApplication application;

    @BeforeAll
    static void open() {
        application = start(home, false, List.of());
        new CaseMaterialsOnH2Test().ground();
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
