package org.cuntu.outward.supervision;

import java.time.Instant;
import java.time.YearMonth;
import java.util.UUID;

/**
 * A bulletin (通报) of a month: released once, never changed.
 *
 * @param content its figures, canonical JSON
 * @param sha256 of the content
 * @param leaf of the proof log
 */
public record Bulletin(
        UUID id,
        YearMonth month,
        String words,
        String content,
        String sha256,
        String releasedBy,
        Instant releasedAt,
        String leaf) {}
