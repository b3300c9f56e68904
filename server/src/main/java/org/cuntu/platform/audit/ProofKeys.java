package org.cuntu.platform.audit;

import java.time.Instant;
import java.util.List;
import org.cuntu.platform.proof.ProofKey;

/** The keys that sign heads. Their private halves lie in the home's {@code keys/}, mode 0600, and nowhere else. Thread safe. */
public interface ProofKeys {
    /**
     * @param leaf of the entry that announced it
     * @param active whether this node signs with it now
     */
    record Known(ProofKey key, Instant madeAt, String leaf, boolean active) {}

    /** Of all nodes, the oldest first. */
    List<Known> listAll();

    /**
     * Makes a new key and announces it in the log; it signs from the first head on that covers its announcement, so that the
     * old key vouches for the new one. Old heads stay as they are.
     */
    ProofKey rotate();
}
