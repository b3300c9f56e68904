package org.cuntu.core.conformity;

import java.util.List;
import org.cuntu.platform.home.Settings;

class RehearsalOnH2Test extends RehearsalContract {
    @Override
    List<String> database() {
        return List.of();
    }

    @Override
    Settings.Database settings(List<String> database) {
        return new Settings.Database(null, "cuntu", "", null);
    }
}
