package org.cuntu.platform.identity;

import org.cuntu.engine.problem.InputRefused;
import org.cuntu.engine.problem.Problem;
import org.cuntu.platform.audit.ProofAct;
import org.cuntu.platform.audit.ProofLog;
import org.cuntu.platform.http.ProblemAnswer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows a masked number in clear, to whom it is permitted, for a reason, with an entry of the proof log. Thread safe. */
@Component
public class Unmasking {
    /** Without it everything stays masked. */
    public static final String PERMISSION = "identity:personal:unmask";

    private static final int SHORTEST = 4;
    private static final int LONGEST = 200;

    private final CurrentUser current;
    private final ProofLog proof;

    Unmasking(CurrentUser current, ProofLog proof) {
        this.current = current;
        this.proof = proof;
    }

    /**
     * The clear text.
     *
     * @param of whose and what, as the log has it, for example {@code qinyutong phone}
     * @param reason 4 to 200 characters
     * @throws ProblemAnswer 403 without the permission
     * @throws InputRefused {@code identity.unmask-reason}
     */
    @Transactional
    public String reveal(Masked masked, String of, String reason) {
        User user = current.get();
        if (!user.may(PERMISSION))
            throw new ProblemAnswer(
                    403, Problem.refused("identity.not-allowed", Problem.Place.UNKNOWN, "permission", PERMISSION));
        String why = reason.strip();
        if (why.length() < SHORTEST || why.length() > LONGEST)
            throw new InputRefused(Problem.refused(
                    "identity.unmask-reason", Problem.Place.UNKNOWN, "least", SHORTEST, "most", LONGEST));
        proof.append(new ProofAct(user.id(), PERMISSION, of + " · " + why, null));
        return masked.clear();
    }
}
