/**
 * Public service (公众服务): the citizen's side of the bureau. Finds a matter by what people say, takes applications with their
 * ground, follows them, and takes ratings (好差评, 国办发〔2019〕51号) of which the last two levels are answered by a day.
 *
 * <p>Guarantees that a citizen sees the own cases alone, that whoever is not signed in learns of a case no more than its step, its
 * day and its unit, and that a rating names nobody to whoever answers it. Relies on cases for everything that happens to an
 * application, and on conformity for the answer about its ground. Start with {@link org.cuntu.outward.publicservice.Ratings} and
 * ADR 0050.
 */
@ApplicationModule(displayName = "Public service (公众服务)")
@NullMarked
package org.cuntu.outward.publicservice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
