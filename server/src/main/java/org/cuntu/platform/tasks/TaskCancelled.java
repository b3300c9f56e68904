package org.cuntu.platform.tasks;

/** Somebody cancelled the task, or the process is stopping; thrown through the work, which closes what it holds. */
public final class TaskCancelled extends RuntimeException {
    public TaskCancelled() {
        super("cancelled");
    }
}
