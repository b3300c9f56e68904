package org.cuntu.core.conformity;

import java.util.List;
import org.cuntu.platform.home.Settings;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class RehearsalOnPostgresTest extends RehearsalContract {
    private int number;

    @Override
    List<String> database() {
        return TestApplication.emptyPostgresSettings("rehearsal_" + ++number);
    }

    @Override
    Settings.Database settings(List<String> database) {
        String url = database.getFirst().substring("cuntu.database.url=".length());
        return new Settings.Database(url, "postgres", "", null);
    }
}
