package org.cuntu.business.planning.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.cuntu.business.planning.PlotCard;
import org.cuntu.core.conformity.LayerAnswer;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.overlay.PointOnMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What governs where there is no plot: boundary part, plan zone, control lines; whatever does not answer is said. */
@Component
class PlotGoverning {
    /** Stands for village plans, of which the register has no layer. */
    static final String VILLAGE_PLAN = "CZGH";

    private final PlotsFile file;

    PlotGoverning(PlotsFile file) {
        this.file = file;
    }

    List<PlotCard.Governing> at(double lon, double lat, PlotBaseline open) {
        Set<String> layers = new LinkedHashSet<>();
        file.without().forEach(each -> layers.add(each.layer()));
        file.controls().forEach(each -> layers.add(each.layer()));
        layers.add(PlotsFile.LINES);
        List<PlotCard.Governing> found = new ArrayList<>();
        for (String layer : layers) found.add(of(layer, lon, lat, open));
        if (found.stream().anyMatch(each -> file.isVillagePlanned(each.value())))
            found.add(new PlotCard.Governing(
                    VILLAGE_PLAN, LayerAnswer.NOT_ANSWERED, NotAnsweredReason.NO_SNAPSHOT, null, "", null));
        return found;
    }

    private PlotCard.Governing of(String code, double lon, double lat, PlotBaseline open) {
        Baseline.Layer layer = open.layer(code).orElse(null);
        if (layer == null) return silent(code, NotAnsweredReason.NO_SNAPSHOT, null);
        Snapshot snapshot = open.find(code).orElse(null);
        if (snapshot == null) return silent(code, layer.reason(), layer.snapshot());
        int[] features = PointOnMap.features(snapshot, lon, lat);
        if (features.length == 0)
            return PointOnMap.isCovered(snapshot, lon, lat)
                    ? new PlotCard.Governing(code, LayerAnswer.CLEAR, null, layer.snapshot(), "", null)
                    : silent(code, NotAnsweredReason.OUTSIDE_COVERAGE, layer.snapshot());
        for (PlotsFile.Without each : file.without()) {
            if (!each.layer().equals(code)) continue;
            String value = PlotRecord.text(snapshot, features[0], each.field());
            if (each.values().contains(value))
                return new PlotCard.Governing(code, LayerAnswer.CONCERNED, null, layer.snapshot(), value, each.rule());
        }
        return new PlotCard.Governing(
                code, LayerAnswer.CONCERNED, null, layer.snapshot(), label(code, snapshot, features[0]), null);
    }

    private String label(String code, Snapshot snapshot, int feature) {
        if (code.equals(PlotsFile.LINES)) return PlotRecord.text(snapshot, feature, "XLX");
        return file.controls().stream()
                .filter(each -> each.layer().equals(code))
                .flatMap(each -> each.label().stream())
                .map(field -> PlotRecord.text(snapshot, feature, field))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static PlotCard.Governing silent(
            String code, @Nullable NotAnsweredReason reason, @Nullable SnapshotRef version) {
        return new PlotCard.Governing(code, LayerAnswer.NOT_ANSWERED, reason, version, "", null);
    }
}
