package org.cuntu.platform.audit;

import java.util.List;
import java.util.Optional;

/** The append-only log of acts (contracts 7). Thread safe. */
public interface ProofLog {
    /**
     * Writes the act's row in the caller's transaction.
     *
     * @return the leaf hash, hexadecimal: the receipt that the act's answer carries
     * @throws org.springframework.transaction.IllegalTransactionStateException when there is no transaction
     */
    String append(ProofAct act);

    Optional<ProofEntry> find(String leaf);

    /** The newest acts first, at most so many. */
    List<ProofEntry> listNewest(int limit);

    /** The proof against the newest head; empty while the leaf has no index, or there is no such leaf. */
    Optional<InclusionProof> prove(String leaf);

    /** The newest head; of the empty tree when nothing was sequenced. */
    TreeHead head();
}
