package org.cuntu.business.planning.internal;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.cuntu.business.planning.PlotCard;
import org.cuntu.business.planning.PlotFigures;
import org.cuntu.business.planning.PlotLimit;
import org.cuntu.business.planning.PlotLimit.Operator;
import org.cuntu.core.onemap.NotAnsweredReason;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.GeoShape;
import org.cuntu.engine.geometry.SiteAreas;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.Area;
import org.cuntu.engine.measure.LegalArea;
import org.cuntu.engine.overlay.PointOnMap;
import org.cuntu.engine.overlay.Site;
import org.cuntu.engine.overlay.SiteOverlay;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;
import org.springframework.stereotype.Component;

/** Makes a plot's card of its record: typed limits, areas, what lies on and beside it, and its history. */
@Component
class PlotReading {
    private static final String TOWNSHIPS = "XZQ";
    private static final String DIVISION = "XZQDM";

    private final PlotsFile file;
    private final PlotSurroundings surroundings;
    private final PlotHistory history;

    PlotReading(PlotsFile file, PlotSurroundings surroundings, PlotHistory history) {
        this.file = file;
        this.surroundings = surroundings;
        this.history = history;
    }

    PlotCard.Plot whole(Snapshot snapshot, int feature, PlotBaseline baseline) {
        Geometry ground = snapshot.geometry(feature);
        BigDecimal stated = PlotRecord.decimal(snapshot, feature, "YDMJ");
        List<PlotCard.Version> versions = history.of(
                PlotRecord.text(snapshot, feature, PlotRecord.UNIT),
                PlotRecord.text(snapshot, feature, PlotRecord.NUMBER),
                ground,
                baseline.baseline().known(),
                baseline);
        return plot(
                snapshot,
                feature,
                ground,
                stated == null || stated.signum() < 0 ? null : Area.ofSquareMetres(stated),
                versions,
                baseline);
    }

    /** The part of a plot that lies on some ground; null: none does. Its areas are computed anew. */
    PlotCard.@Nullable Plot part(Snapshot snapshot, int feature, Geometry part, PlotBaseline baseline) {
        Geometry ground = SiteOverlay.outline(Site.of(part), snapshot, feature);
        if (ground.isEmpty() || GroundShapes.integral(ground) < GroundShapes.TOUCH) return null;
        return plot(snapshot, feature, ground, null, List.of(), baseline);
    }

    private PlotCard.Plot plot(
            Snapshot snapshot,
            int feature,
            Geometry ground,
            @Nullable Area stated,
            List<PlotCard.Version> versions,
            PlotBaseline baseline) {
        LegalArea legal = SiteAreas.legalArea(GeoShape.of(Crs.CGCS2000, ground));
        PlotLimit ratio = PlotLimit.read(
                snapshot.value(feature, "RJLYSF"),
                snapshot.value(feature, "RJL"),
                snapshot.value(feature, "RJLXX"),
                Operator.AT_MOST);
        PlotLimit density = limit(snapshot, feature, "JZMD", Operator.AT_MOST);
        PlotLimit green = limit(snapshot, feature, "LDL", Operator.AT_LEAST);
        PlotLimit height = limit(snapshot, feature, "JZXG", Operator.AT_MOST);
        PlotSurroundings.Answers around = surroundings.of(ground, legal, baseline);
        String said = PlotRecord.text(snapshot, feature, "GHZT");
        NotAnsweredReason silent = around.linesReason();
        return new PlotCard.Plot(
                feature,
                PlotRecord.text(snapshot, feature, PlotRecord.UNIT),
                PlotRecord.text(snapshot, feature, PlotRecord.NUMBER),
                file.status(said),
                said,
                PlotRecord.text(snapshot, feature, "YDYHFLDM"),
                PlotRecord.text(snapshot, feature, "YDYHFLMC"),
                Stream.of(PlotRecord.text(snapshot, feature, "JRDM").split("/"))
                        .map(String::strip)
                        .filter(code -> !code.isEmpty())
                        .toList(),
                PlotRecord.decimal(snapshot, feature, "JRBL"),
                ratio,
                density,
                green,
                height,
                legal.value(),
                stated,
                PlotFigures.of(legal.value(), ratio, density, green),
                PlotRecord.values(snapshot, feature),
                division(ground, baseline),
                around.lines(),
                silent,
                around.controls(),
                versions,
                ground);
    }

    private static PlotLimit limit(Snapshot snapshot, int feature, String field, Operator usual) {
        return PlotLimit.read(snapshot.value(feature, field + "YSF"), snapshot.value(feature, field), null, usual);
    }

    /** The township, else the county, that the plot's middle lies in; empty: none. */
    private static String division(Geometry ground, PlotBaseline baseline) {
        Snapshot townships = baseline.find(TOWNSHIPS).orElse(null);
        if (townships == null) return "";
        Point at = ground.getInteriorPoint();
        int[] found = PointOnMap.features(townships, at.getX(), at.getY());
        return found.length == 0 ? "" : PlotRecord.text(townships, found[0], DIVISION);
    }
}
