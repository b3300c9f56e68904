package org.cuntu.business.planning;

import java.util.List;
import java.util.UUID;

/** The entry of assigned targets by two persons (四眼). Every act leaves its proof entry in the same transaction. Thread safe. */
public interface TargetDrafts {
    /** @throws org.cuntu.engine.problem.InputRefused as of {@link LineTargets#assign} */
    TargetDraft propose(LineTargets.Order order);

    /** Those that wait, the oldest first. */
    List<TargetDraft> listOpen(String layer);

    /**
     * Another person says that it is the paper's figure: from now it is a target.
     *
     * @throws org.cuntu.platform.http.ProblemAnswer 403 for whoever entered it or lent their permission for it, 404, 409 when it is decided
     */
    LineTarget agree(UUID id);

    /** Another person says that it is not, with words. */
    void refuse(UUID id, String words);

    /** Whoever entered it takes it back, with words. */
    void withdraw(UUID id, String words);
}
