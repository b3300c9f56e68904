package org.cuntu.platform.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Taking personal values out of the log: one person asks, another decides; what is erased is the value and its salt, so that
 * the hash in the entry proves nothing of anybody any more, and all proofs hold. Each step is an entry. Thread safe.
 */
public interface Erasures {
    /** Where a request is. */
    enum State {
        ASKED,
        DONE,
        REFUSED
    }

    /** @param items how many values */
    record Erasure(
            UUID id,
            String reason,
            String askedBy,
            Instant askedAt,
            State state,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            int items) {}

    /**
     * Asks for the erasure of every personal value of these entries.
     *
     * @param leaves of the entries
     * @param reason 4 to 500 characters; not the personal data itself
     * @throws org.cuntu.engine.problem.InputRefused when there is nothing to erase, or no reason
     */
    Erasure ask(List<String> leaves, String reason);

    /**
     * Decides; never the one who asked.
     *
     * @throws org.cuntu.platform.audit.ErasureRefused when it may not be
     */
    Erasure decide(UUID id, boolean erase);

    /** The newest first. */
    List<Erasure> listNewest(int limit);
}
