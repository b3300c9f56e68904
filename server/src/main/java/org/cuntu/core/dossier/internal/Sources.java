package org.cuntu.core.dossier.internal;

import org.cuntu.core.dossier.Dossier;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.ReleaseEntry;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.core.rules.Words;
import org.cuntu.engine.measure.Share;
import org.jspecify.annotations.Nullable;

/** Small words of answers: where a statement comes from, and figures as texts. */
final class Sources {
    private Sources() {}

    static Dossier.Source of(SnapshotRef snapshot) {
        return new Dossier.Source(
                snapshot.layer(),
                snapshot.hash(),
                snapshot.inForceFrom().toString(),
                text(snapshot.inForceTo()),
                snapshot.knownFrom().toString(),
                snapshot.source(),
                snapshot.invented());
    }

    static Dossier.@Nullable Source find(@Nullable SnapshotRef snapshot) {
        return snapshot == null ? null : of(snapshot);
    }

    static Dossier.Source of(ReleaseEntry entry, String hash) {
        return new Dossier.Source(
                entry.layer(),
                hash,
                text(entry.inForceFrom()),
                null,
                entry.knownFrom().toString(),
                entry.source(),
                entry.invented());
    }

    static Words name(LayerEntry layer) {
        return new Words(layer.zh(), layer.en());
    }

    static String percent(Share share) {
        return percent(share.hundredthsOfPercent());
    }

    static String percent(long hundredths) {
        return java.math.BigDecimal.valueOf(hundredths, 2).toPlainString();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
