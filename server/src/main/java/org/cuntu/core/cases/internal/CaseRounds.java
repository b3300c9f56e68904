package org.cuntu.core.cases.internal;

import java.time.Duration;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.tasks.Rounds;
import org.springframework.stereotype.Component;

/** Looks over the cases every ten minutes. */
@Component
class CaseRounds extends Rounds {
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMinutes(10);

    private final CaseSweep sweep;
    private final CaseGroundWatch ground;
    private final Settings settings;

    CaseRounds(CaseSweep sweep, CaseGroundWatch ground, Settings settings) {
        super("cases", FIRST, LOOK);
        this.sweep = sweep;
        this.ground = ground;
        this.settings = settings;
    }

    @Override
    protected boolean isWanted() {
        return settings.mode() != Settings.Mode.LOCAL && settings.tasks().run();
    }

    @Override
    protected void look() {
        sweep.look();
        ground.look();
    }
}
