package org.cuntu.business.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A version of a plan (规划成果版本) and where it stands.
 *
 * @param plan whose version it is
 * @param version from 1
 * @param number the bureau's: letters, year, serial
 * @param occasion id of why it was delivered ({@link PlanScheme.Occasion})
 * @param previous the version that it amends; null: it is a first one
 * @param step while it is reviewed, which step waits, from 0; after the last one the display or the approval does
 * @param round of its files, from 1
 * @param task what works, or worked last, on it; null: nothing did
 * @param display null: it was not shown yet
 * @param approval null: it is not approved
 * @param inForceFrom since when it is in force; null: it never was
 * @param knownFrom when that became known
 */
public record PlanVersion(
        UUID id,
        Plan plan,
        int version,
        String number,
        String occasion,
        String grounds,
        @Nullable UUID previous,
        boolean invented,
        String deliveredBy,
        String unit,
        Instant deliveredAt,
        PlanState state,
        int step,
        int round,
        @Nullable UUID task,
        @Nullable Display display,
        @Nullable Approval approval,
        @Nullable LocalDate inForceFrom,
        @Nullable Instant knownFrom,
        Instant changedAt) {
    /**
     * The public display (公示).
     *
     * @param to its last day
     */
    public record Display(LocalDate from, LocalDate to, String place) {}

    /**
     * The approval (批复).
     *
     * @param inForceFrom from which day it has the plan in force
     */
    public record Approval(String number, String authority, LocalDate date, LocalDate inForceFrom) {}

    /** Whether a task works on it. */
    public boolean isWorking() {
        return state == PlanState.DELIVERED || state == PlanState.APPROVED;
    }

    /** Whether nothing more is done with it by anybody but the time. */
    public boolean isEnd() {
        return state == PlanState.IN_FORCE || state == PlanState.SUPERSEDED || state == PlanState.WITHDRAWN;
    }
}
