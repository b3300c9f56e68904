package org.cuntu.platform.audit;

import org.cuntu.platform.proof.InclusionProof;
import org.cuntu.platform.proof.ProofKey;
import org.cuntu.platform.proof.SignedHead;
import org.jspecify.annotations.Nullable;

/**
 * An entry with all that anybody needs to check it.
 *
 * @param head the newest of the entry's epoch
 * @param key that signed it; null when the head is from before heads were signed
 */
public record Proven(
        ProofEntry entry,
        InclusionProof inclusion,
        SignedHead head,
        @Nullable ProofKey key) {}
