/**
 * Cases (办件): matters (事项) as folders of data, the process of each as BPMN that may only use what a whitelist allows
 * (contracts 10), and every application under way with its materials, opinions, clocks and site.
 *
 * <p>Guarantees that nobody's clock is lost, that who accepted does not examine and who examined does not decide, that an
 * opinion is never changed, and that an act, its row of the process and its entry of the proof log are there together or not
 * at all. Relies on the calendar for working days, on conformity for the review of a site, on rules for CEL. Start with
 * {@link org.cuntu.core.cases.Cases} and {@link org.cuntu.core.cases.Matter}.
 */
@ApplicationModule(displayName = "Cases (办件)")
@NullMarked
package org.cuntu.core.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
