package org.cuntu.platform.audit;

import java.io.IOException;
import org.cuntu.platform.proof.ProofKey;
import org.cuntu.platform.proof.SignedHead;

/** A way to hand a head to somebody outside the database. */
public interface WitnessChannel {
    /** {@code file}, {@code mail}, {@code unit}. */
    String kind();

    /** Whom: a path, an address. */
    String target();

    /**
     * @return the receipt: what shows that it was taken
     * @throws IOException when it was not
     */
    String hand(SignedHead head, ProofKey key) throws IOException;
}
