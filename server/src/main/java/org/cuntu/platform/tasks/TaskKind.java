package org.cuntu.platform.tasks;

/**
 * One kind of long work; a bean. A run may end at any moment by a crash, and is then begun again from its start with the
 * same parameters: what it leaves behind must be nothing, or whole.
 */
public interface TaskKind {
    /** {@code module.verb}, for example {@code onemap.import}. */
    String kind();

    /**
     * @throws org.cuntu.engine.problem.InputRefused ends the task FAILED with these problems
     * @throws TaskCancelled ends it CANCELLED; {@link TaskContext#progress} throws it
     * @throws Exception anything else ends it FAILED with an incident number
     */
    TaskResult run(TaskContext context) throws Exception;
}
