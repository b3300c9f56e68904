/**
 * Trusting an outside OpenID provider (外部身份提供方) to say who somebody is: OpenID Connect, authorization code with PKCE,
 * state and nonce.
 *
 * <p>Guarantees that only the provider of the settings is asked and believed, that an unknown person gets no further than a
 * page that says so, and that what a person may do is never the provider's to say. Relies on identity for accounts and
 * sessions. Start with {@code OpenIdController}; ADR 0030.
 */
@ApplicationModule(displayName = "Outside sign-in")
@NullMarked
package org.cuntu.platform.openid;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
