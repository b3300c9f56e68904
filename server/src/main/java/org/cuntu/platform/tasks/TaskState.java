package org.cuntu.platform.tasks;

/** Where a task is. DONE, FAILED and CANCELLED are ends. */
public enum TaskState {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED;

    public boolean isEnd() {
        return this == DONE || this == FAILED || this == CANCELLED;
    }
}
