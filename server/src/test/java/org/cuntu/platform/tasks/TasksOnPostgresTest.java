package org.cuntu.platform.tasks;

import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class TasksOnPostgresTest extends TasksContract {
    @Override
    TestApplication application() {
        return TestApplication.onPostgres();
    }
}
