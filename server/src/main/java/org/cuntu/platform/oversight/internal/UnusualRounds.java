package org.cuntu.platform.oversight.internal;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.cuntu.platform.audit.LogTally;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks along the log every quarter of a minute, on the node that numbers it. */
@Component
class UnusualRounds implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(UnusualRounds.class);
    private static final long EVERY_SECONDS = 15;

    private final LogTally tally;
    private final UnusualLook look;
    private final Semaphore wake = new Semaphore(0);
    private volatile @Nullable Thread thread;

    UnusualRounds(LogTally tally, UnusualLook look) {
        this.tally = tally;
        this.look = look;
    }

    @Override
    public void start() {
        Thread made = Thread.ofPlatform().name("proof-unusual").daemon().unstarted(this::run);
        thread = made;
        made.start();
    }

    private void run() {
        try {
            while (thread != null) {
                if (wake.tryAcquire(EVERY_SECONDS, TimeUnit.SECONDS)) continue;
                round();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What one look threw, the next may do: it goes on from the same entry. */
    private void round() {
        try {
            long seen = UnusualLook.STEP;
            while (seen >= UnusualLook.STEP && thread != null && tally.isKeeper()) seen = look.look();
        } catch (RuntimeException e) {
            if (thread != null) log.warn("the look for unusual acts", e);
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

    /** Before the sequencer stops: a last notice gets its place. */
    @Override
    public int getPhase() {
        return 1;
    }
}
