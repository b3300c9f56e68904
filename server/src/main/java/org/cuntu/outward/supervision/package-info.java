/**
 * Supervision of process (管过程, 效能监察): who holds which cases, how late they are, where they pile up, and how that went week by
 * week; and the bulletins (通报) of a month.
 *
 * <p>Guarantees that it counts only what the caller reaches, that nothing is guessed in a year without a calendar, and that a
 * released bulletin is never changed. Relies on the rows of cases, which it only reads, and on the calendar for working days. Start
 * with {@link org.cuntu.outward.supervision.ProcessSupervision} (ADR 0051); handbook approvals 2, traffic-light supervision
 * (thresholds of practice, unverified).
 */
@ApplicationModule(displayName = "Supervision (管过程)")
@NullMarked
package org.cuntu.outward.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
