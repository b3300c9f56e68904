package org.cuntu.core.cases.internal.flow;

import java.util.List;
import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class ProcessesOnPostgresTest extends ProcessesContract {
    @Override
    List<String> database(String name) {
        return TestApplication.postgresSettings(name);
    }

    @Override
    boolean isPostgres() {
        return true;
    }
}
