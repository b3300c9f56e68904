package org.cuntu.core.cases.internal.flow;

import java.util.List;

class ProcessesReopenedOnH2Test extends ProcessesReopenedContract {
    @Override
    List<String> database(String name) {
        return List.of();
    }

    @Override
    boolean isPostgres() {
        return false;
    }
}
