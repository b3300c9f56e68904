/**
 * Planning (规划管控线): the control lines as authoritative objects; their change by proposal, checks, opinions of several
 * persons and release; the assigned targets; who is affected; plans as results (规划成果) from delivery to force; and the lists
 * of plans: sector plans with the check of their ground against the lines, village plans with their coverage, main functions by
 * township (ADR 0042, 0044).
 *
 * <p>Guarantees that what a refusing rule does not pass is never released, that nobody agrees to their own, and that every
 * ledger adds up. Relies on one map for snapshots and releases, and on conformity for stored reviews. Start with
 * {@link org.cuntu.business.planning.Proposals}, ADR 0041, and {@link org.cuntu.business.planning.PlanDeliveries}, ADR 0042.
 */
@ApplicationModule(displayName = "Planning")
@NullMarked
package org.cuntu.business.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
