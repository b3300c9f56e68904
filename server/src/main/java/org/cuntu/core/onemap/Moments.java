package org.cuntu.core.onemap;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The moments that a map can be looked at (时点): every version as known at K with the days it is in force, and every instant
 * at which something became known.
 *
 * @param known K, cut to the greatest committed known-from; null when nothing was ever released
 * @param versions by layer in the register's order, then by in-force-from; what was corrected or withdrawn by K is not there
 * @param instants ascending, whatever K is: the entries that became known, releases and corrections, ends and withdrawals
 */
public record Moments(@Nullable Instant known, List<SnapshotRef> versions, List<Instant> instants) {
    public Moments {
        versions = List.copyOf(versions);
        instants = List.copyOf(instants);
    }
}
