package org.cuntu.business.permitting.internal;

import java.time.Duration;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.tasks.Rounds;
import org.springframework.stereotype.Component;

/** Looks over the certificates every hour. */
@Component
class PermitRounds extends Rounds {
    private static final Duration FIRST = Duration.ofSeconds(45);
    private static final Duration LOOK = Duration.ofHours(1);

    private final PermitSweep sweep;
    private final Settings settings;

    PermitRounds(PermitSweep sweep, Settings settings) {
        super("certificates", FIRST, LOOK);
        this.sweep = sweep;
        this.settings = settings;
    }

    @Override
    protected boolean isWanted() {
        return settings.mode() != Settings.Mode.LOCAL && settings.tasks().run();
    }

    @Override
    protected void look() {
        sweep.look();
    }
}
