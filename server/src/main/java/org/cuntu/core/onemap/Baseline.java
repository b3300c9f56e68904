package org.cuntu.core.onemap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The snapshots in force at a date, as known at an instant (底图基线, contracts 4): every layer of the register, in its
 * order.
 *
 * @param asOf T, a date in the city's zone
 * @param asked K as it was asked for, before it was cut: by it rules and settings are chosen; null: all that is known
 * @param known K, cut to the greatest committed known-from; null when nothing was ever released
 */
public record Baseline(
        LocalDate asOf, @Nullable Instant known, @Nullable Instant asked, List<Layer> layers) {
    /**
     * One layer of the baseline: a snapshot, or the reason why it cannot answer, or both (a stale snapshot is there but
     * is not asked).
     *
     * @param reason NO_SNAPSHOT, STALE or FAULT; null when the layer can be asked
     */
    public record Layer(
            LayerEntry entry,
            @Nullable SnapshotRef snapshot,
            @Nullable NotAnsweredReason reason) {}

    /** By all that is known. */
    public Baseline(LocalDate asOf, @Nullable Instant known, List<Layer> layers) {
        this(asOf, known, null, layers);
    }

    public Baseline {
        layers = List.copyOf(layers);
    }
}
