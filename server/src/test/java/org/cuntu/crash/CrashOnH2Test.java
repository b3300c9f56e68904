package org.cuntu.crash;

import java.util.List;

class CrashOnH2Test extends CrashContract {
    @Override
    List<String> database() {
        return List.of();
    }
}
