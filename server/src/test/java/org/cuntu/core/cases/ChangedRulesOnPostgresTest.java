package org.cuntu.core.cases;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

@Tag("postgres")
class ChangedRulesOnPostgresTest extends ChangedRulesContract {
    @TempDir
    static Path home;

    private static TestApplication application;

    @BeforeAll
    static void open() {
        application = start(home.resolve("home"), true, all());
        new ChangedRulesOnPostgresTest().ground();
    }

    private static List<String> all() {
        List<String> all = new ArrayList<>(settings(home));
        all.addAll(TestApplication.postgresSettings("changed_rules"));
        return all;
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
