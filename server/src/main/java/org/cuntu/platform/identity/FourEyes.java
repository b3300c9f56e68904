package org.cuntu.platform.identity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Acts of two persons (四眼原则): one proposes, another decides, and only then it is done, in the deciding transaction. The two
 * are never one person, by whatever way their permissions come to them: nobody decides what they proposed, what concerns
 * themselves, or what was proposed with a permission that they lent, nor with one that the proposer lent them. A proposal
 * ends after a while (setting). Each step is an entry of the proof log. Thread safe.
 */
public interface FourEyes {
    /**
     * Proposes an act.
     *
     * @param kind of one of the {@link Kind}s
     * @param subject whom or what it concerns: an account's id where it is a person
     * @param content what is to be done, at most 4,000 characters as JSON
     * @param reason why, not empty
     * @throws org.cuntu.engine.problem.InputRefused when it could not be done
     */
    Matter propose(String kind, String subject, Map<String, String> content, String reason);

    /**
     * Approves an act and carries it out.
     *
     * @throws org.cuntu.platform.http.ProblemAnswer 403 {@code identity.four-eyes-same} when the decider is the proposer, 409
     *     when it is decided or over, 404 when there is none
     */
    Done approve(UUID id, String remark);

    /** Refuses an act: it is not carried out. */
    Matter refuse(UUID id, String remark);

    /** The proposer takes the proposal back. */
    Matter withdraw(UUID id);

    /** The newest first, at most so many; one whose time is over is shown as expired. */
    List<Matter> listNewest(int limit);

    enum State {
        OPEN,
        APPROVED,
        REFUSED,
        WITHDRAWN,
        EXPIRED
    }

    record Matter(
            UUID id,
            String kind,
            String subject,
            Map<String, String> content,
            String reason,
            String proposedBy,
            Instant proposedAt,
            Instant until,
            State state,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable String remark) {}

    /**
     * @param shown what the decider sees once, for example a one-time password; kept nowhere
     */
    record Done(Matter matter, Map<String, String> shown) {
        /** Without what is shown once. */
        @Override
        public String toString() {
            return "Done[" + matter.id() + "]";
        }
    }

    /** A kind of act: a bean. */
    interface Kind {
        /** For example {@code role-grant}. */
        String code();

        /** Who may propose it. */
        String toPropose();

        /** Who may decide it. */
        String toDecide();

        /** The accounts that it concerns: none of them decides it. */
        Set<String> concerned(String subject);

        /** Refuses what could not be done; called at the proposal and once more before it is carried out. */
        void check(String subject, Map<String, String> content);

        /** Does it, in the deciding transaction, with its own entry of the proof log. */
        Map<String, String> carryOut(Matter matter);
    }
}
