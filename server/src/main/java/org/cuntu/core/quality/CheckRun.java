package org.cuntu.core.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cuntu.core.rules.Words;
import org.jspecify.annotations.Nullable;

/**
 * A complete check of a snapshot.
 *
 * @param score 0…100, by security-sharing.md §9
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
    public record RuleCount(
            String rule, LayerIssue.Kind kind, LayerIssue.Severity severity, Words title, Words advice, long count) {}
}
