package org.cuntu.core.catalogue.internal;

import java.time.Duration;
import java.util.UUID;
import org.cuntu.platform.home.Settings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks every few minutes whether somebody is to be reminded; not on a home that only a command has opened. */
@Component
class ReminderClock implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ReminderClock.class);
    private static final Duration FIRST = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMinutes(10);

    private final Reminders reminders;
    private final Settings settings;
    private volatile @Nullable Thread thread;

    ReminderClock(Reminders reminders, Settings settings) {
        this.reminders = reminders;
        this.settings = settings;
    }

    @Override
    public void start() {
        if (settings.mode() == Settings.Mode.LOCAL || !settings.tasks().run()) return;
        Thread made = Thread.ofPlatform().name("catalogue-reminders").daemon().unstarted(this::run);
        thread = made;
        made.start();
    }

    private void run() {
        Duration pause = FIRST;
        while (thread != null) {
            try {
                Thread.sleep(pause);
                pause = LOOK;
                reminders.look();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (thread != null) log.error("incident {}: reminders", UUID.randomUUID(), e);
            }
        }
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running != null) running.interrupt();
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    /** After the tasks have begun, and gone before they end. */
    @Override
    public int getPhase() {
        return 200;
    }
}
