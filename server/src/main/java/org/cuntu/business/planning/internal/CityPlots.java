package org.cuntu.business.planning.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.cuntu.business.planning.PlotCard;
import org.cuntu.business.planning.Plots;
import org.cuntu.core.conformity.LayerAnswer;
import org.cuntu.core.onemap.Baseline;
import org.cuntu.core.onemap.Baselines;
import org.cuntu.core.onemap.LayerSight;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.core.onemap.SnapshotRef;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.layer.SnapshotStore;
import org.cuntu.engine.overlay.PointOnMap;
import org.cuntu.platform.home.CityFolder;
import org.cuntu.platform.http.ProblemAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Plots of the versions in force, read from their snapshots. */
@Component
class CityPlots implements Plots {
    private final Baselines baselines;
    private final SnapshotStore store;
    private final LayerSight sight;
    private final PlotReading reading;
    private final PlotGoverning governing;
    private final CityFolder city;

    CityPlots(
            Baselines baselines,
            SnapshotStore store,
            LayerSight sight,
            PlotReading reading,
            PlotGoverning governing,
            CityFolder city) {
        this.baselines = baselines;
        this.store = store;
        this.sight = sight;
        this.reading = reading;
        this.governing = governing;
        this.city = city;
    }

    PlotBaseline open(@Nullable LocalDate asOf, @Nullable String known) {
        return new PlotBaseline(baselines.resolve(asOf, known), store, sight::sees);
    }

    @Override
    public PlotCard at(double lon, double lat, @Nullable LocalDate asOf, @Nullable String known) {
        List<Double> box = city.bounds();
        boolean inside = lon >= box.get(0) && lat >= box.get(1) && lon <= box.get(2) && lat <= box.get(3);
        if (!inside) throw LineCandidates.refused("plots.outside", "lon", lon, "lat", lat);
        try (PlotBaseline open = open(asOf, known)) {
            Snapshot plots = open.find(PlotsFile.PLOTS).orElse(null);
            int[] features = plots == null ? new int[0] : PointOnMap.features(plots, lon, lat);
            if (plots != null && features.length > 0)
                return card(
                        open,
                        LayerAnswer.CONCERNED,
                        null,
                        Arrays.stream(features)
                                .mapToObj(feature -> reading.whole(plots, feature, open))
                                .toList(),
                        List.of());
            NotAnsweredReason reason = reason(open);
            if (reason == null && plots != null && !PointOnMap.isCovered(plots, lon, lat))
                reason = NotAnsweredReason.OUTSIDE_COVERAGE;
            LayerAnswer answer = reason == null ? LayerAnswer.CLEAR : LayerAnswer.NOT_ANSWERED;
            return card(open, answer, reason, List.of(), governing.at(lon, lat, open));
        }
    }

    private static @Nullable NotAnsweredReason reason(PlotBaseline open) {
        Baseline.Layer layer = open.layer(PlotsFile.PLOTS).orElse(null);
        return layer == null ? NotAnsweredReason.NO_SNAPSHOT : layer.reason();
    }

    private static PlotCard card(
            PlotBaseline open,
            LayerAnswer answer,
            @Nullable NotAnsweredReason reason,
            List<PlotCard.Plot> plots,
            List<PlotCard.Governing> governing) {
        SnapshotRef version =
                open.layer(PlotsFile.PLOTS).map(Baseline.Layer::snapshot).orElse(null);
        return new PlotCard(open.baseline().asOf(), open.baseline().known(), answer, reason, version, plots, governing);
    }

    @Override
    public Optional<PlotCard> byNumber(String unit, String number, @Nullable LocalDate asOf, @Nullable String known) {
        try (PlotBaseline open = open(asOf, known)) {
            Snapshot plots = open.find(PlotsFile.PLOTS).orElse(null);
            if (plots == null)
                return Optional.of(card(open, LayerAnswer.NOT_ANSWERED, reason(open), List.of(), List.of()));
            OptionalInt feature = PlotRecord.find(plots, unit.strip(), number.strip(), null);
            if (feature.isEmpty()) return Optional.empty();
            return Optional.of(one(open, plots, feature.getAsInt()));
        }
    }

    private PlotCard one(PlotBaseline open, Snapshot plots, int feature) {
        return card(open, LayerAnswer.CONCERNED, null, List.of(reading.whole(plots, feature, open)), List.of());
    }

    @Override
    public PlotCard ofFeature(String hash, int feature, @Nullable LocalDate asOf, @Nullable String known) {
        try (PlotBaseline open = open(asOf, known)) {
            Baseline.Layer layer = open.layer(PlotsFile.PLOTS).orElse(null);
            SnapshotRef version = layer == null ? null : layer.snapshot();
            Snapshot plots = open.find(PlotsFile.PLOTS).orElse(null);
            if (version != null && !version.hash().equals(hash))
                throw ProblemAnswer.conflict(
                        "plots.other-version", "date", open.baseline().asOf(), "from", version.inForceFrom());
            if (plots == null || feature < 0 || feature >= plots.size())
                throw ProblemAnswer.notFound("plots.unknown", "number", feature);
            return one(open, plots, feature);
        }
    }

    @Override
    public List<Found> find(String text, int most, @Nullable LocalDate asOf, @Nullable String known) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) return List.of();
        List<Found> found = new ArrayList<>();
        try (PlotBaseline open = open(asOf, known)) {
            Snapshot plots = open.find(PlotsFile.PLOTS).orElse(null);
            for (int i = 0; plots != null && i < plots.size() && found.size() < most; i++) {
                String unit = PlotRecord.text(plots, i, PlotRecord.UNIT);
                String number = PlotRecord.text(plots, i, PlotRecord.NUMBER);
                if ((unit + " " + number).toLowerCase(Locale.ROOT).contains(wanted))
                    found.add(new Found(
                            i,
                            unit,
                            number,
                            PlotRecord.text(plots, i, "YDYHFLMC"),
                            GroundShapes.box(plots.geometry(i))));
            }
        }
        return found;
    }
}
