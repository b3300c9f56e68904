package org.cuntu.core.conformity;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.cuntu.platform.tasks.TaskView;
import org.jspecify.annotations.Nullable;

/**
 * Batches (批量审查): made of a file, worked on by a task that can be left, cancelled and taken up again, and read while they
 * grow. Thread safe.
 */
public interface Batches {
    /** How many plots a batch takes at most. */
    int MOST_PLOTS = 50_000;

    /**
     * Reads the file, settles baseline and rules, keeps both and submits the task: all in one transaction, with its entry
     * of the proof log.
     *
     * @throws org.cuntu.engine.problem.InputRefused when the file is bad as a whole; nothing is kept
     */
    Batch create(Batch.Order order, Path file);

    Optional<Batch> find(String id);

    /** The newest first. */
    List<Batch> listNewest(int limit);

    /** The task that works, or last worked, on it. */
    TaskView task(Batch batch);

    /** Counts and areas by conclusion, of the rows that there are. */
    List<Batch.Sum> sums(Batch batch);

    /** The rows behind a position, in order. */
    List<BatchRow> listRows(Batch batch, int after);

    /** Asks the task to stop; the rows stay. */
    void cancel(Batch batch);

    /**
     * Takes a batch up again behind its last row.
     *
     * @throws org.cuntu.engine.problem.InputRefused when it is running or complete
     */
    void resume(Batch batch);

    /**
     * Keeps the review of one row, on the ground that the batch was settled on; once.
     *
     * @return the review's id, and the proof log's receipt; the receipt is null when it was kept before
     * @throws org.cuntu.engine.problem.InputRefused when there is no such row, or it has no result
     */
    Kept keep(Batch batch, int position);

    /** The id of a review that was kept of a row. */
    record Kept(String review, @Nullable String leaf) {}
}
