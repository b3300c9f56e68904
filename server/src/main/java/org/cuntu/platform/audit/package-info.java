/**
 * The proof log (留痕, contracts 7): one row for each act, in the act's own transaction; a sequencer gives the rows their
 * places in a Merkle tree of the shape of RFC 6962.
 *
 * <p>Guarantees that an act without its row is not committed, and that a row's inclusion can be checked by anyone from the
 * leaf, the path and the root. Heads are not signed yet. Relies on the database. Start with
 * {@link org.cuntu.platform.audit.ProofLog}.
 */
@ApplicationModule(displayName = "Audit")
@NullMarked
package org.cuntu.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
