/**
 * How the server answers over HTTP: permissions named on each handler, errors as problem+json in two languages.
 *
 * <p>Guarantees that a request too large is refused before its body is read, and that the unexpected shows nothing but an
 * incident number. Relies on the engine's problems. Start with {@link org.cuntu.platform.http.ProblemAnswer}; RFC 9457.
 */
@ApplicationModule(displayName = "HTTP")
@NullMarked
package org.cuntu.platform.http;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
