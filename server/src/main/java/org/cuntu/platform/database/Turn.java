package org.cuntu.platform.database;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Whose turn it is to write: one thread's at a time, with all connections that it has. Whoever has waited longest is next, so that a long
 * piece of work that writes again and again holds nobody back for longer than one of its transactions. Thread safe.
 */
final class Turn {
    private final long patience;
    private final Semaphore free = new Semaphore(1, true);
    /** With {@link #depth} guarded by this. */
    private @Nullable Thread owner;
    /** Transactions of the owner that are under way. */
    private int depth;

    /** @param patience how long anybody waits at most */
    Turn(Duration patience) {
        this.patience = patience.toNanos();
    }

    /** @throws SQLTimeoutException when another thread does not give its turn back in time */
    void take() throws SQLException {
        Thread me = Thread.currentThread();
        if (again(me)) return;
        try {
            if (!free.tryAcquire(patience, TimeUnit.NANOSECONDS))
                throw new SQLTimeoutException("another writer does not come to its end");
        } catch (InterruptedException e) {
            me.interrupt();
            throw new SQLException("interrupted while another writes", e);
        }
        synchronized (this) {
            owner = me;
            depth = 1;
        }
    }

    /** A further connection of the thread whose turn it is. */
    private synchronized boolean again(Thread thread) {
        if (owner != thread) return false;
        depth++;
        return true;
    }

    /** By whichever thread ends what was begun. */
    synchronized void give() {
        if (--depth > 0) return;
        owner = null;
        free.release();
    }
}
