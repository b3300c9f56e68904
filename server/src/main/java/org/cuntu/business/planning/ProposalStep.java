package org.cuntu.business.planning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A step that a proposal took.
 *
 * @param step PROPOSE, CHECK, SUBMIT, RELEASE, WITHDRAW, or REVIEW
 * @param of which step of the line's, for a review and a release; null otherwise
 * @param lentBy who lent the permission by which it was taken
 */
public record ProposalStep(
        UUID proposal,
        int number,
        int round,
        Kind step,
        @Nullable String of,
        Outcome outcome,
        Instant at,
        String actor,
        List<String> lentBy,
        @Nullable String words,
        List<Problem> problems) {
    public ProposalStep {
        lentBy = List.copyOf(lentBy);
        problems = List.copyOf(problems);
    }

    /** What was done. */
    public enum Kind {
        PROPOSE,
        CHECK,
        SUBMIT,
        REVIEW,
        RELEASE,
        WITHDRAW
    }

    /** How it ended. */
    public enum Outcome {
        DONE,
        /** By a person, with words. */
        RETURNED,
        /** By the data, or by a rule that refuses. */
        REFUSED,
        /** The version it stood on is no longer the one in force: made and checked anew. */
        MOVED,
        /** By something unexpected. */
        BROKEN
    }
}
