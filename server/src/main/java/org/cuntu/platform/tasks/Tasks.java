package org.cuntu.platform.tasks;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The long work of the installation. Thread safe. */
public interface Tasks {
    /**
     * Asks for work, in the caller's transaction when there is one: a task whose transaction is rolled back never was.
     *
     * @throws IllegalArgumentException for a kind that no bean does
     */
    TaskId submit(String kind, Map<String, String> params);

    Optional<TaskView> find(TaskId id);

    /** The newest first. */
    List<TaskView> listNewest(int limit);

    /** Asks a task to stop; one that waits is cancelled at once. Nothing happens to one that has ended. */
    void cancel(TaskId id);

    /**
     * Waits for the end.
     *
     * @return as it stands then, or when the patience is over
     */
    TaskView await(TaskId id, Duration patience) throws InterruptedException;
}
