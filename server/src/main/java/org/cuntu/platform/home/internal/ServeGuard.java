package org.cuntu.platform.home.internal;

import java.util.List;
import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.home.DemoMarks;
import org.cuntu.platform.home.Settings;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/** Stops the start of an office's server on a home that holds anything of the demo, before it listens (contracts 1). */
@Component
class ServeGuard implements SmartInitializingSingleton {
    private final Settings settings;
    private final DemoMarks marks;

    ServeGuard(Settings settings, DemoMarks marks) {
        this.settings = settings;
        this.marks = marks;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (settings.mode() != Settings.Mode.SERVE) return;
        List<String> found = marks.list();
        if (!found.isEmpty())
            throw new InputRefused(
                    Problem.refused("home.demo-marks", Problem.Place.UNKNOWN, "found", String.join(", ", found)));
    }
}
