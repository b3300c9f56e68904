/**
 * The conformity review (合规审查): site × baseline × rules → an answer for each layer, a finding for each rule, tables
 * that add up.
 *
 * <p>Guarantees that leaves are apportioned to the plot's LegalArea, that a layer which cannot be asked is never "clear",
 * and that the same input gives the same canonical result to the byte, on any number of threads and either database.
 * Relies on the engine's overlay for pieces, on {@code core.onemap} for the baseline and on {@code core.rules} for the
 * law. Start at {@link org.cuntu.core.conformity.ReviewKernel}; contracts 1–5, handbook conformity review 5.4–5.7.
 */
@ApplicationModule(displayName = "Conformity review (合规审查)")
@NullMarked
package org.cuntu.core.conformity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
