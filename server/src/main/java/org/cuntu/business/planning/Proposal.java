package org.cuntu.business.planning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A proposal to change a line (调整方案) and where it stands.
 *
 * @param number for people: {@code TZ-2026-450206-001}
 * @param division six digits, whose proposal it is; the city's own code: the city's
 * @param ground id of the ground for it ({@link ControlLine.Ground})
 * @param inForceFrom first day of the version; when the release comes later, the day of the release
 * @param step while it is reviewed, which step waits, from 0
 * @param round of its shapes, from 1
 * @param task what works, or worked last, on it; null: nothing did
 * @param released hash of the released version; null: not released
 */
public record Proposal(
        UUID id,
        String number,
        String layer,
        String division,
        int classification,
        String title,
        String ground,
        String reason,
        LocalDate inForceFrom,
        boolean invented,
        String proposedBy,
        String unit,
        Instant proposedAt,
        State state,
        int step,
        int round,
        @Nullable UUID task,
        @Nullable String released,
        Instant changedAt) {
    /** What it waits for. */
    public enum State {
        /** The new version is made and checked. */
        MAKING,
        /** The proposer submits it, or changes it. */
        OPEN,
        REVIEWING,
        RELEASING,
        RELEASED,
        WITHDRAWN;

        public boolean isWorking() {
            return this == MAKING || this == RELEASING;
        }

        public boolean isEnd() {
            return this == RELEASED || this == WITHDRAWN;
        }
    }
}
