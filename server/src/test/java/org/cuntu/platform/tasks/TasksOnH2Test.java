package org.cuntu.platform.tasks;

import org.cuntu.testing.TestApplication;

class TasksOnH2Test extends TasksContract {
    @Override
    TestApplication application() {
        return TestApplication.onH2();
    }
}
