package org.cuntu.core.quality;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.cuntu.core.rules.Words;
import org.jspecify.annotations.Nullable;

/**
 * A complete quality check of one snapshot (质检).
 *
 * @param at T: by which day's rules
 * @param division that delivered; null: the whole city
 * @param features the snapshot's number of features
 * @param refusing issues that keep the snapshot from being released
 * @param warnings the other issues
 * @param score 0…100, by security-sharing.md §9: 100 − Σ weight · rate, to hundredths
 * @param byRule every rule that was asked, in the order of the file, also those without an issue
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
    /** How many issues a rule has found, with its words as they were then. */
    public record RuleCount(
            String rule, LayerIssue.Kind kind, LayerIssue.Severity severity, Words title, Words advice, long count) {}

    public CheckRun {
        byRule = List.copyOf(byRule);
    }
}
