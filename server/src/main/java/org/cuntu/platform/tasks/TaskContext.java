package org.cuntu.platform.tasks;

import java.util.Map;

/** What a run knows of its task. Used by one thread. */
public interface TaskContext {
    TaskId id();

    Map<String, String> params();

    /** The account that asked for it; the proof log's actor of what the task does. */
    String actor();

    /**
     * Tells how far it is; cheap, so call it often.
     *
     * @param total 0 when not known
     * @param unit what is counted: features, bytes
     * @throws TaskCancelled when somebody has cancelled the task
     */
    void progress(long done, long total, String unit);
}
