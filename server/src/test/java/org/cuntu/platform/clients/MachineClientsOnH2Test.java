package org.cuntu.platform.clients;

import org.cuntu.testing.TestApplication;

class MachineClientsOnH2Test extends MachineClientsContract {
    @Override
    TestApplication application() {
        return TestApplication.onH2();
    }
}
