package org.cuntu.platform.tasks;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks every so often, on a thread of its own, whether something is due: begins after the tasks and is gone before they end. What a look
 * throws is logged with an incident number, and the next comes all the same. The thread is never interrupted in a look, for H2 would
 * close its file under everybody.
 */
public abstract class Rounds implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Rounds.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String name;
    private final Duration first;
    private final Duration every;
    private final Semaphore wake = new Semaphore(0);
    private volatile @Nullable Thread thread;

    /**
     * @param name of the thread
     * @param first how long after the start the first look comes
     */
    protected Rounds(String name, Duration first, Duration every) {
        this.name = name;
        this.first = first;
        this.every = every;
    }

    /** Whether this process is to look at all. */
    protected abstract boolean isWanted();

    /** One look. */
    protected abstract void look();

    @Override
    public final void start() {
        if (!isWanted()) return;
        Thread made = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
        thread = made;
        made.start();
    }

    private void run() {
        Duration pause = first;
        try {
            while (thread != null) {
                if (wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) continue;
                pause = every;
                lookOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void lookOnce() {
        try {
            look();
        } catch (RuntimeException e) {
            if (thread != null) log.error("incident {}: {}", UUID.randomUUID(), name, e);
        }
    }

    @Override
    public final void stop() {
        Thread running = thread;
        thread = null;
        if (running == null) return;
        wake.release();
        try {
            running.join(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public final boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return 200;
    }
}
