/**
 * Machine clients (接口客户端): programs of other units that use the interface without a person, by OAuth 2.0 client
 * credentials (RFC 6749, 4.4).
 *
 * <p>Guarantees that a secret and a token are kept as hashes only, that a revoked client is refused at its next request,
 * and that a token never gives more than its client may do at that moment. Relies on identity for the check of permissions,
 * on the proof log, and on Spring Authorization Server for the protocol. Start with
 * {@link org.cuntu.platform.clients.MachineClients}; ADR 0030.
 */
@ApplicationModule(displayName = "Machine clients")
@NullMarked
package org.cuntu.platform.clients;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
