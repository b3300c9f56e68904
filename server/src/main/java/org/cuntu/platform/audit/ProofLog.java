package org.cuntu.platform.audit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.cuntu.platform.proof.ConsistencyProof;
import org.cuntu.platform.proof.InclusionProof;
import org.cuntu.platform.proof.SignedHead;
import org.cuntu.platform.proof.TreeHead;

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

    /** The first entry of an act on an object; for acts that happen once, such as the making of a review. */
    Optional<ProofEntry> find(String act, String object);

    /** The newest acts first, at most so many. */
    List<ProofEntry> listNewest(int limit);

    /** The proof against the newest head of the entry's epoch; empty while the leaf has no index, or there is no such leaf. */
    Optional<InclusionProof> prove(String leaf);

    /**
     * The entry with its proof, once it has its place and a signed head covers it: seals, certificates and exports wait for
     * this.
     *
     * @return empty when there is no such entry, or it is not there within the patience
     */
    Optional<Proven> await(String leaf, Duration patience);

    /** The newest head; of the empty tree when nothing was sequenced. */
    TreeHead head();

    /** Heads with a total below this, the newest first. */
    List<SignedHead> listHeads(long below, int limit);

    /**
     * That the log at one total is the beginning of itself at another.
     *
     * @return empty when the totals are not of one epoch, or not sequenced yet
     */
    Optional<ConsistencyProof> consistency(long first, long second);
}
