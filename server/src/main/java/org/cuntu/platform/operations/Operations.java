package org.cuntu.platform.operations;

import java.util.List;
import org.cuntu.engine.problem.Problem;

/** How the installation is. Thread safe. */
public interface Operations {
    /**
     * @param queued tasks that wait
     * @param running tasks under way
     * @param failedToday tasks that failed in the last 24 hours
     */
    record Work(long queued, long running, long failedToday) {}

    /**
     * @param size acts that have a place in the log
     * @param waiting acts that have none yet
     */
    record Log(long size, long waiting) {}

    /** Bytes of the disk of the home. */
    record Disk(long free, long total) {}

    /** What each module says is not whole; empty when all is well. */
    List<Problem> listProblems();

    Work work();

    Log log();

    Disk disk();
}
