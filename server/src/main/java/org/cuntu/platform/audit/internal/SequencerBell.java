package org.cuntu.platform.audit.internal;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Wakes the sequencer when an act of this process was committed, so that it need not look often. */
@Component
class SequencerBell {
    private final Semaphore rung = new Semaphore(0);

    void ring() {
        rung.release();
    }

    /** Returns when the bell was rung, or after so many milliseconds. */
    void await(long millis) throws InterruptedException {
        if (rung.tryAcquire(millis, TimeUnit.MILLISECONDS)) rung.drainPermits();
    }
}
