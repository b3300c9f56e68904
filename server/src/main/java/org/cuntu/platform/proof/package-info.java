/**
 * What a proof is made of (contracts 7; RFC 6962, 2.1; GB/T 32905 SM3, GB/T 32918 SM2, RFC 8032 Ed25519): hashes, the tree,
 * proofs of inclusion and consistency, signed heads, and the check of an exported log or of one paper.
 *
 * <p>Guarantees that everything here can be done with the file alone: no home, no database, no network, no clock. Relies on
 * Bouncy Castle for SM3, SM2 and Ed25519. Start with {@link org.cuntu.platform.proof.TreeHead}, then
 * {@link org.cuntu.platform.proof.LogCheck}.
 */
@ApplicationModule(displayName = "Proof")
@NullMarked
package org.cuntu.platform.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
