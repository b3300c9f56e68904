package org.cuntu.platform.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.cuntu.platform.proof.ProofPaper;
import org.jspecify.annotations.Nullable;

/** Looks through the log. Thread safe. */
public interface ProofSearch {
    /**
     * The newest first.
     *
     * @param before only older ones than this entry; null: from the newest on
     * @param limit at most so many
     */
    List<ProofEntry> find(ProofQuery query, @Nullable Place before, int limit);

    /** By its number in the log. */
    Optional<ProofEntry> find(long number);

    /** Where a page of the list ended. */
    record Place(Instant at, String id) {}

    /** @param actor who did it @param acts how many */
    record Count(String actor, long acts) {}

    /** How many by whom, the most first. */
    List<Count> countByActor(ProofQuery query);

    /** All that is needed to check an entry without the log; empty until a signed head covers it. */
    Optional<ProofPaper> paper(String leaf, @Nullable String canonical);

    /**
     * How the log stands.
     *
     * @param waiting entries without a place
     * @param oldestWaiting when the oldest of them was written; null when none waits
     * @param alarms what is wrong, for the operator; empty when nothing is
     */
    record Standing(long waiting, @Nullable Instant oldestWaiting, List<String> alarms) {}

    Standing standing();
}
