package org.cuntu.core.catalogue.internal;

import java.time.Duration;
import org.cuntu.platform.home.Settings;
import org.cuntu.platform.tasks.Rounds;
import org.springframework.stereotype.Component;

/** Looks every few minutes whether somebody is to be reminded; not on a home that only a command has opened. */
@Component
class ReminderClock extends Rounds {
    private static final Duration FIRST = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMinutes(10);

    private final Reminders reminders;
    private final Settings settings;

    ReminderClock(Reminders reminders, Settings settings) {
        super("catalogue-reminders", FIRST, LOOK);
        this.reminders = reminders;
        this.settings = settings;
    }

    @Override
    protected boolean isWanted() {
        return settings.mode() != Settings.Mode.LOCAL && settings.tasks().run();
    }

    @Override
    protected void look() {
        reminders.look();
    }
}
