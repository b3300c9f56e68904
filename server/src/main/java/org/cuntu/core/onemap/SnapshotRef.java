package org.cuntu.core.onemap;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A released snapshot with its two clocks (contracts 4).
 *
 * @param hash names the file
 * @param inForceFrom first day in force
 * @param inForceTo first day no longer in force; null: open
 * @param knownFrom when the release was committed, UTC, microseconds
 * @param invented whether the data is invented (the demo's): printed wherever the layer is shown
 * @param source where it came from, in words
 */
public record SnapshotRef(
        String layer,
        String hash,
        LocalDate inForceFrom,
        @Nullable LocalDate inForceTo,
        Instant knownFrom,
        boolean invented,
        String source) {}
