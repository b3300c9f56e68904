package org.cuntu.core.cases.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class MattersWalkedOnH2Test extends MattersWalkedContract {
    @TempDir
    static Path folder;

    private static TestApplication application;

    @BeforeAll
    static void begin() throws IOException {
        application = open(folder, false, List.of());
        new MattersWalkedOnH2Test().ground();
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
