package org.cuntu.core.catalogue.internal;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
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
    private final Semaphore wake = new Semaphore(0);
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
        try {
            while (thread != null) {
                if (wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) continue;
                pause = LOOK;
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            reminders.look();
        } catch (RuntimeException e) {
            if (thread != null) log.error("incident {}: reminders", UUID.randomUUID(), e);
        }
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        if (running == null) return;
        // never interrupted: H2 would close its file under everybody
        wake.release();
        try {
            running.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
