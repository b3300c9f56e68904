package org.cuntu.core.cases;

import java.nio.file.Path;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("postgres")
class CaseMaterialsOnPostgresTest extends CaseMaterialsContract {
    @TempDir
    static Path home;

    private static TestApplication application;

    @BeforeAll
    static void open() {
        application = start(home, true, TestApplication.postgresSettings("case_materials"));
        new CaseMaterialsOnPostgresTest().ground();
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
