package org.cuntu.core.onemap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the table of releases.
 *
 * @param hash of a release or correction; null otherwise
 * @param inForceFrom of a release or correction; null otherwise
 * @param inForceTo of an end; null otherwise
 * @param target the entry that a withdrawal withdraws; null otherwise
 * @param knownFrom given under the release lock, strictly increasing over all layers
 * @param features how many the snapshot has; 0 when there is none
 * @param bounds west, south, east, north of the features; null when there are none
 */
public record ReleaseEntry(
        UUID id,
        String layer,
        Act act,
        @Nullable String hash,
        @Nullable LocalDate inForceFrom,
        @Nullable LocalDate inForceTo,
        @Nullable UUID target,
        Instant knownFrom,
        long features,
        double @Nullable [] bounds,
        boolean invented,
        String source,
        String by) {
    /** What an entry does. */
    public enum Act {
        RELEASE,
        CORRECTION,
        END,
        WITHDRAWAL
    }
}
