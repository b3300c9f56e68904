package org.cuntu.core.intake.internal;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.cuntu.core.intake.Submission;
import org.cuntu.core.intake.SubmissionStep;
import org.cuntu.core.intake.SubmissionStep.Step;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.http.ProblemAnswer;
import org.cuntu.platform.identity.User;
import org.springframework.stereotype.Component;

/**
 * Four eyes on the way of a layer: whoever submitted any round neither reviews nor releases it, and whoever reviewed does not
 * release, by whatever way the permission came to them: also not who lent it to one of those, nor to whom one of those lent it.
 */
@Component
class OtherPersons {
    /** Of a step's figures: who had lent the permission by which it was taken. */
    private static final String LENT_BY = "lentBy";

    private final StepTable steps;

    OtherPersons(StepTable steps) {
        this.steps = steps;
    }

    /** What a step keeps of where the permission came from. */
    static Map<String, Object> lentTo(User user, String permission) {
        Set<String> lenders = user.lenders(permission);
        return lenders.isEmpty() ? Map.of() : Map.of(LENT_BY, List.copyOf(new TreeSet<>(lenders)));
    }

    /** Whether a person may review, or release, as far as the others on this way are concerned. */
    boolean isOther(User user, String permission, Submission submission, Step step) {
        Set<String> before = new TreeSet<>();
        before.add(submission.submittedBy());
        for (SubmissionStep taken : steps.list(submission.id())) {
            boolean counts = taken.step() == Step.RECEIVE
                    || taken.step() == Step.MEND
                    || step == Step.RELEASE && taken.step() == Step.REVIEW && taken.round() == submission.round();
            if (!counts) continue;
            before.add(taken.actor());
            if (taken.figures().get(LENT_BY) instanceof List<?> lenders)
                for (Object lender : lenders) before.add(String.valueOf(lender));
        }
        return !before.contains(user.id()) && Collections.disjoint(before, user.lenders(permission));
    }

    void require(User user, String permission, Submission submission, Step step) {
        if (!isOther(user, permission, submission, step))
            throw new ProblemAnswer(403, Problem.refused("intake.same-person", Problem.Place.UNKNOWN));
    }
}
