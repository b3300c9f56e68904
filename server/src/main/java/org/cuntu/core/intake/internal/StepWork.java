package org.cuntu.core.intake.internal;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.cuntu.core.intake.Submission;
import org.cuntu.core.intake.SubmissionStep.Outcome;
import org.cuntu.core.intake.SubmissionStep.Step;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.tasks.TaskContext;
import org.jspecify.annotations.Nullable;

/** What a task does in one state; a bean. It writes no row: that is {@link Done#write}, in the transaction of the move. */
interface StepWork {
    Submission.State state();

    Step step();

    /** Where it stands when the data refuses. */
    default Submission.State refused() {
        return Submission.State.MENDING;
    }

    /** Of the proof entry. */
    String verb();

    /** @throws org.cuntu.engine.problem.InputRefused when the data refuses */
    Done work(Submission submission, TaskContext context) throws IOException;

    /**
     * What it came to.
     *
     * @param digest of what was made; null: nothing
     * @param write the rows, in the transaction of the move; throws {@link Moved} when it must be done once more
     */
    record Done(
            Outcome outcome,
            Submission.State next,
            Map<String, Object> figures,
            List<Problem> problems,
            @Nullable String digest,
            Runnable write) {}

    /** Something that the work stood on has changed meanwhile: the transaction is rolled back and the work done anew. */
    final class Moved extends RuntimeException {
        Moved() {
            super("moved meanwhile");
        }
    }
}
