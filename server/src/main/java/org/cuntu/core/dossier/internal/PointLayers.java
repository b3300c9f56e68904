package org.cuntu.core.dossier.internal;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.core.conformity.LayerAnswer;
import org.cuntu.core.dossier.Dossier;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.LayerEntry;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.engine.layer.LayerKind;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;

/** What each layer says of a point: the features under it, each with its own whole area. */
final class PointLayers {
    private final FeatureWords words;

    PointLayers(FeatureWords words) {
        this.words = words;
    }

    Dossier.Layer of(Baseline.Layer layer, @Nullable Snapshot snapshot, double lon, double lat) {
        LayerEntry entry = layer.entry();
        NotAnsweredReason reason = layer.reason();
        if (reason == null && snapshot == null)
            reason = layer.snapshot() == null ? NotAnsweredReason.NO_SNAPSHOT : NotAnsweredReason.FAULT;
        List<Dossier.Item> items = new ArrayList<>();
        if (reason == null && snapshot != null) {
            if (!Points.holds(snapshot.coverage(), lon, lat)) reason = NotAnsweredReason.OUTSIDE_COVERAGE;
            else for (int feature : Points.under(snapshot, lon, lat)) items.add(item(entry, snapshot, feature));
        }
        boolean gap = reason == null && items.isEmpty() && entry.schema().kind() == LayerKind.COVERAGE;
        if (gap) reason = NotAnsweredReason.FAULT;
        LayerAnswer answer =
                reason != null ? LayerAnswer.NOT_ANSWERED : items.isEmpty() ? LayerAnswer.CLEAR : LayerAnswer.CONCERNED;
        return new Dossier.Layer(
                entry.code(),
                entry.group(),
                Sources.name(entry),
                answer.name(),
                reason == null ? null : reason.code(),
                Sources.find(layer.snapshot()),
                null,
                null,
                false,
                items,
                0,
                null,
                List.of());
    }

    private Dossier.Item item(LayerEntry entry, Snapshot snapshot, int feature) {
        FeatureWords.Values values = FeatureWords.of(snapshot, feature);
        return new Dossier.Item(
                "piece",
                feature,
                words.name(entry.code(), values),
                FeatureWords.cls(entry, values),
                words.code(entry.code(), values),
                Area.ofSquareMetres(snapshot.integral(feature)).toString(),
                null,
                false,
                FeatureWords.filled(entry, values),
                Points.bounds(snapshot.geometry(feature)));
    }
}
