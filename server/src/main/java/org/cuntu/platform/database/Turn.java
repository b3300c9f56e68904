package org.cuntu.platform.database;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Whose turn it is to write: one thread's at a time, with all connections that it has. Thread safe. */
final class Turn {
    private final long patience;
    private @Nullable Thread owner;
    private int depth;

    /** @param patience how long anybody waits at most */
    Turn(Duration patience) {
        this.patience = patience.toNanos();
    }

    /** @throws SQLTimeoutException when another thread does not give its turn back in time */
    synchronized void take() throws SQLException {
        Thread me = Thread.currentThread();
        long end = System.nanoTime() + patience;
        while (owner != null && owner != me) {
            long left = end - System.nanoTime();
            if (left <= 0) throw new SQLTimeoutException("another writer does not come to its end");
            try {
                wait(left / 1_000_000, (int) (left % 1_000_000));
            } catch (InterruptedException e) {
                me.interrupt();
                throw new SQLException("interrupted while another writes", e);
            }
        }
        owner = me;
        depth++;
    }

    /** By whichever thread ends what was begun. */
    synchronized void give() {
        if (--depth > 0) return;
        owner = null;
        notify();
    }
}
