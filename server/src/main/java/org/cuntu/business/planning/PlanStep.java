package org.cuntu.business.planning;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.cuntu.engine.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A step that a version of a plan took; never changed.
 *
 * @param of which step of the occasion's way, for a review; null otherwise
 * @param outcome as of a proposal ({@link ProposalStep.Outcome})
 * @param lentBy who lent the permission by which it was taken
 */
public record PlanStep(
        UUID version,
        int number,
        int round,
        Kind step,
        @Nullable String of,
        ProposalStep.Outcome outcome,
        Instant at,
        String actor,
        List<String> lentBy,
        @Nullable String words,
        List<Problem> problems) {
    public PlanStep {
        lentBy = List.copyOf(lentBy);
        problems = List.copyOf(problems);
    }

    /** What was done. */
    public enum Kind {
        DELIVER,
        CHECK,
        REVIEW,
        DISPLAY,
        APPROVE,
        ENTER,
        WITHDRAW
    }
}
