package org.cuntu.core.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery for one layer and where it stands (汇交).
 *
 * @param number for people: period, division, serial, for example {@code 2026-Q3-450203-001}
 * @param layer the register's code
 * @param division code of the division that delivers, six digits; the city's own: the whole layer
 * @param classification the layer's
 * @param inForceFrom first day in force of the version; of an end the first day no longer in force; of a withdrawal that of the
 *     entry withdrawn
 * @param target the entry that a withdrawal withdraws; null otherwise
 * @param source where the data came from, in words
 * @param crs the files' system when they do not say; null: they say
 * @param ground what the files answer for: {@code features}, or null: the division's ground
 * @param submittedBy account
 * @param unit the submitter's, in words
 * @param round of mending, from 1
 * @param deadline by when it is to be mended; null while nothing is
 * @param task what works, or worked last, on it; null: nothing did
 */
public record Submission(
        UUID id,
        String number,
        String layer,
        String division,
        int classification,
        String period,
        Kind kind,
        LocalDate inForceFrom,
        @Nullable UUID target,
        String source,
        @Nullable String crs,
        @Nullable String ground,
        boolean invented,
        String submittedBy,
        String unit,
        Instant submittedAt,
        State state,
        int round,
        @Nullable LocalDate deadline,
        @Nullable UUID task,
        Instant changedAt) {
    /** What is delivered. */
    public enum Kind {
        /** The layer, or a division's part of it, whole. */
        FULL,
        /** What was added, changed and removed since the version in force ({@link IncrementPackage}). */
        INCREMENT,
        /** A county's yearly change package: new patches, and which old ones they replace (年度变更增量包). */
        YEARLY,
        /** A better text, whole, of a version that is there: later known. */
        CORRECTION,
        /** The layer is no longer in force from a day on. */
        END,
        /** A release was a mistake. */
        WITHDRAWAL;

        /** Whether it comes with files. */
        public boolean hasFiles() {
            return this != END && this != WITHDRAWAL;
        }
    }

    /** What it waits for. */
    public enum State {
        READING,
        FITTING,
        CHECKING,
        MENDING,
        REVIEWING,
        APPROVED,
        RELEASING,
        RELEASED,
        WITHDRAWN;

        /** Whether a task works on it. */
        public boolean isWorking() {
            return this == READING || this == FITTING || this == CHECKING || this == RELEASING;
        }

        public boolean isEnd() {
            return this == RELEASED || this == WITHDRAWN;
        }
    }
}
