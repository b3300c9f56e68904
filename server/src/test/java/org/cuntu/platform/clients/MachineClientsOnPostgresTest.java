package org.cuntu.platform.clients;

import org.cuntu.testing.TestApplication;
import org.junit.jupiter.api.Tag;

@Tag("postgres")
class MachineClientsOnPostgresTest extends MachineClientsContract {
    @Override
    TestApplication application() {
        return TestApplication.onPostgres();
    }
}
