package org.cuntu.outward.publicservice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a citizen says of how a case was handled (好差评): one for each case, added to once. Immutable.
 *
 * @param id what the bureau knows it by; never the case's
 * @param level 5 非常满意 … 1 非常不满意; the last two are low (差评)
 * @param tags of the city's list
 * @param callBackOn last day of the call back; null: the level is not low, or a year has no calendar
 * @param dueOn last day of the answer; null as before
 */
public record Rating(
        UUID id,
        UUID caseId,
        String matter,
        String division,
        int level,
        List<String> tags,
        String words,
        Instant at,
        @Nullable String addition,
        @Nullable Instant addedAt,
        @Nullable LocalDate callBackOn,
        @Nullable LocalDate dueOn,
        @Nullable Answer answer) {
    public static final int HIGHEST = 5;

    /** The highest of the low levels: 不满意. */
    public static final int LOW = 2;

    public Rating {
        tags = List.copyOf(tags);
    }

    public boolean isLow() {
        return level <= LOW;
    }

    /** What the bureau answered. */
    public record Answer(String by, Instant at, String words) {}
}
