package org.cuntu.core.cases.internal.flow;

import java.util.List;

class ProcessesOnH2Test extends ProcessesContract {
    @Override
    List<String> database(String name) {
        return List.of();
    }

    @Override
    boolean isPostgres() {
        return false;
    }
}
