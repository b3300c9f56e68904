package org.cuntu.core.cases.internal;

import java.io.IOException;
import java.nio.file.Path;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("postgres")
class MattersWalkedOnPostgresTest extends MattersWalkedContract {
    @TempDir
    static Path folder;

    private static TestApplication application;

    @BeforeAll
    static void begin() throws IOException {
        application = open(folder, true, TestApplication.postgresSettings("walked"));
        new MattersWalkedOnPostgresTest().ground();
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
