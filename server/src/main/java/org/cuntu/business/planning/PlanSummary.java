package org.cuntu.business.planning;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A plan with the state of its newest version.
 *
 * @param id of the plan, the same for all of its versions
 * @param number the bureau's number of the newest version, such as GH-2026-0001
 * @param division code of the division that the plan is of (GB/T 2260, 6 to 12 digits)
 * @param listing code of its entry in the list of sector plans (编制目录清单), null when it has none
 * @param inForceFrom when the version in force began; null when none is
 */
public record PlanSummary(
        String id,
        String number,
        PlanKind kind,
        String name,
        String division,
        @Nullable String listing,
        PlanState state,
        @Nullable LocalDate inForceFrom) {}
