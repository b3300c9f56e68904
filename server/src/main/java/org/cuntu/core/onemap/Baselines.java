package org.cuntu.core.onemap;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Resolves baselines by the two clocks (contracts 4). */
public interface Baselines {
    /**
     * The baseline at T as known at K of the layers of areas: what reviews, dossiers and rules stand on.
     *
     * @param asOf T; null: today in the city's zone
     * @param known K: an ISO instant, or a date meaning the end of that day in the city's zone; null: the greatest committed
     *     known-from
     * @throws org.cuntu.engine.problem.InputRefused when known is later than now or is no date
     */
    Baseline resolve(@Nullable LocalDate asOf, @Nullable String known);

    /** The same of every layer of the register, those of lines and points too: what the map and the catalogue show. */
    default Baseline resolveAll(@Nullable LocalDate asOf, @Nullable String known) {
        return resolve(asOf, known);
    }

    /** The baseline of a stored review: exactly these snapshots, by layer code, at its T and K. */
    Baseline replay(LocalDate asOf, java.time.@Nullable Instant known, Map<String, String> hashes);
}
