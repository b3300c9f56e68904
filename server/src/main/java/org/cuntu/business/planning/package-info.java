/**
 * Planning (规划管控线): the control lines as authoritative objects; their change by proposal, checks, opinions of several
 * persons and release; the assigned targets; who is affected; plans as results (规划成果) from delivery to force; the lists of
 * plans: sector plans with the check of their ground against the lines, village plans with their coverage, main functions by
 * township; and what the detailed plan lets be built at a place, its plan-condition sheets (规划条件, 城乡规划法 arts. 38–39,
 * unverified) and how much ground it covers.
 *
 * <p>Guarantees that what a refusing rule does not pass is never released, that nobody agrees to their own, and that every
 * ledger adds up. Relies on one map for snapshots and releases, and on conformity for stored reviews. Start with
 * {@link org.cuntu.business.planning.Proposals} (ADR 0041), {@link org.cuntu.business.planning.PlanDeliveries} (0042),
 * {@link org.cuntu.business.planning.Plots} and {@link org.cuntu.business.planning.PlanConditions} (0043),
 * {@link org.cuntu.business.planning.SectorPlans} (0044).
 */
@ApplicationModule(displayName = "Planning")
@NullMarked
package org.cuntu.business.planning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
