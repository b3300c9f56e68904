/**
 * The proof log (留痕, contracts 7): one row for each act, in the act's own transaction; a sequencer gives the rows their
 * places in a Merkle tree and signs a head for each batch; witnesses outside the database are handed heads.
 *
 * <p>Guarantees that an act without its row is not committed, that anyone can check a row's inclusion from the leaf, the path
 * and a signed head, and that personal values can be erased without breaking that. Relies on the database, on the home's
 * {@code keys/} and on {@link org.cuntu.platform.proof}. Start with {@link org.cuntu.platform.audit.ProofLog}.
 */
@ApplicationModule(displayName = "Audit")
@NullMarked
package org.cuntu.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
