package org.cuntu.core.conformity;

import java.time.Instant;
import java.time.LocalDate;
import org.cuntu.core.rules.Verdict;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;

/**
 * A review as it is kept: all that went in, the canonical result and what was shown.
 *
 * @param known K as resolved
 * @param engine the version of results that made it
 * @param project the project, JSON
 * @param site the original coordinates, JSON
 * @param baseline the layers with their resolved hashes, JSON
 * @param canonical the canonical text
 * @param canonicalHash SHA-256 of it
 * @param zh the review JSON in Chinese
 * @param en the review JSON in English
 * @param file SHA-256 of the upload; null when it was drawn
 */
public record StoredReview(
        String id,
        String name,
        Instant at,
        String by,
        LocalDate asOf,
        @Nullable Instant known,
        Verdict conclusion,
        Area legalArea,
        int engine,
        String ruleSet,
        String project,
        String site,
        String baseline,
        String canonical,
        String canonicalHash,
        String zh,
        String en,
        @Nullable String file) {
    /** What a list shows. */
    public record Line(String id, String name, Instant at, String by, Verdict conclusion, Area legalArea) {}
}
