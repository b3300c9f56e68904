/**
 * Who may do what: accounts, roles of the city, sign-in, and the check of every handler.
 *
 * <p>Guarantees default deny: a handler answers only those who hold the permission it names. Relies on the city's
 * {@code roles.yaml}, the database and the proof log. Start with {@link org.cuntu.platform.identity.Requires}; GB/T
 * 22239-2019 level 3, identification and access control.
 */
@ApplicationModule(displayName = "Identity")
@NullMarked
package org.cuntu.platform.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
