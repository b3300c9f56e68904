package org.cuntu.business.planning;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A plan (规划): what all of its versions have in common.
 *
 * @param division code of the division that it is of
 * @param listing code of its entry in the list of sector plans; null: none
 */
public record Plan(
        UUID id,
        PlanKind kind,
        String name,
        String division,
        int classification,
        @Nullable String listing,
        String createdBy,
        Instant createdAt) {}
