/**
 * Intake (汇交): the way of a layer from a delivered file to a released version, by steps and four eyes; which submission
 * brought each feature; and how two versions differ.
 *
 * <p>Guarantees that what refuses is never released, that nobody reviews or releases their own, and that a step that was
 * killed leaves nothing half done. Relies on one map for files, snapshots and releases, and on quality for checks. Start
 * with {@link org.cuntu.core.intake.Submissions}; ADR 0035.
 */
@ApplicationModule(displayName = "Intake")
@NullMarked
package org.cuntu.core.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
