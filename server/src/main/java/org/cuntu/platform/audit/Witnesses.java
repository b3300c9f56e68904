package org.cuntu.platform.audit;

import java.time.Instant;
import java.util.List;
import org.cuntu.platform.proof.SignedHead;

/** Who is handed heads, and what they said. Thread safe. */
public interface Witnesses {
    /**
     * @param channel file, mail, unit
     * @param target a path, an address
     * @param total of the head
     * @param taken whether it was received
     * @param receipt what the witness said, or why it did not
     */
    record Receipt(
            String channel, String target, long total, String root, Instant handedAt, boolean taken, String receipt) {}

    /** Channel and target of all that are set up. */
    record Witness(String channel, String target) {}

    List<Witness> listAll();

    /** The newest first. */
    List<Receipt> listReceipts(int limit);

    /** Hands the newest head to all of them now, whether it is due or not. */
    List<Receipt> handNow();

    /**
     * Keeps a head of another unit.
     *
     * @return what the other unit is told: a statement that this log's key signed
     * @throws org.cuntu.engine.problem.InputRefused when its key is not accepted, its signature is wrong, or it contradicts one
     *     that is kept
     */
    SignedReceipt keep(SignedHead head, org.cuntu.platform.proof.ProofKey key);

    /** @param statement what is signed @param key id of the key @param signature hexadecimal */
    record SignedReceipt(String statement, String key, String signature) {}
}
