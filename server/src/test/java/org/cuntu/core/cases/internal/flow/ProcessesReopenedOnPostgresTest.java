package org.cuntu.core.cases.internal.flow;

import java.util.List;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class ProcessesReopenedOnPostgresTest extends ProcessesReopenedContract {
    @Override
    List<String> database(String name) {
        return TestApplication.postgresSettings(name);
    }

    @Override
    boolean isPostgres() {
        return true;
    }
}
