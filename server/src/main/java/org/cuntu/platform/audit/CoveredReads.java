package org.cuntu.platform.audit;

import java.util.Optional;

/**
 * Reads that need no entry of their own because one entry stands for many: a machine client's are one an hour and grant
 * (contracts 7). Thread safe.
 */
public interface CoveredReads {
    /**
     * The entry that stands for this act, written now when it is the first of its hour.
     *
     * @return its leaf hash; empty: the act is not covered and gets its own entry
     * @throws RuntimeException when the entry cannot be written: then nothing is shown
     */
    Optional<String> cover(ProofAct act);
}
