package org.cuntu.core.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A complete check of one snapshot.
 *
 * @param score 0…100
 */
public record CheckRun(
        UUID id,
        String layer,
        String snapshot,
        LocalDate at,
        @Nullable String division,
        long features,
        long refusing,
        long warnings,
        double score,
        Instant checkedAt,
        List<RuleCount> byRule) {
    /** How often a rule found something. */
    public record RuleCount(String rule, long count) {}
}
