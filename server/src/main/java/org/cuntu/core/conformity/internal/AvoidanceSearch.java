package org.cuntu.core.conformity.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.cuntu.core.conformity.Avoidance;
import org.cuntu.core.conformity.Cutter;
import org.cuntu.core.conformity.ReviewResult;
import org.cuntu.core.rules.Verdict;
import org.cuntu.engine.clearing.Clearing;
import org.cuntu.engine.clearing.ClearingShift;
import org.cuntu.engine.format.Plot;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.geometry.GeoShape;
import org.cuntu.engine.geometry.SiteAreas;
import org.cuntu.engine.layer.LocalMetric;
import org.cuntu.engine.measure.Area;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.AffineTransformation;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Looks for the smallest avoidance of a site. What ground is in conflict round the site is asked of the law itself: the box of
 * the site, grown by the longest move, is reviewed like a plot, and what fails there is to be left. So every rule counts,
 * whatever it selects, those that the site does not break where it is drawn as well.
 *
 * <p>A site from a plane moves in that plane, by whole millimetres; a drawn one in the 3° zone of its middle. Its plane area stays
 * the same.
 */
public final class AvoidanceSearch {
    private static final double SMALLEST_PART = 1.0;

    private final Cutter cutter;
    private final Crs crs;
    private final List<Plot> plots;
    private final double most;
    private final Function<List<Plot>, ReviewResult> review;

    /** @param review reviews plots of the site's system on the same baseline under the same rules */
    public AvoidanceSearch(
            Cutter cutter, Crs crs, List<Plot> plots, double most, Function<List<Plot>, ReviewResult> review) {
        this.cutter = cutter;
        this.crs = crs;
        this.plots = plots;
        this.most = most;
        this.review = review;
    }

    public Avoidance search() {
        ReviewResult drawn = review.apply(plots);
        List<String> rules = drawn.findings().stream()
                .filter(finding -> finding.verdict() == Verdict.FAIL)
                .map(finding -> finding.rule().id())
                .toList();
        if (rules.isEmpty()) return new Avoidance(rules, Area.ZERO, most, null, null, null);
        Geometry conflict = ConflictShapes.ground(drawn, cutter, Verdict.FAIL);
        Clearing shift = shift();
        Avoidance.Proposal moved = shift instanceof Clearing.Found found ? proposal(moved(found)) : null;
        Avoidance.Proposal cutOut = cutOut(conflict);
        Area left = cutOut == null ? Area.ZERO : cutOut.review().legal();
        return new Avoidance(rules, drawn.legal().minus(left), most, shift, moved, cutOut);
    }

    private Avoidance.Proposal proposal(List<Plot> changed) {
        List<Area> parts = new ArrayList<>();
        for (Plot plot : changed)
            for (Object part : PolygonExtracter.getPolygons(plot.shape().geometry()))
                parts.add(SiteAreas.legalArea(GeoShape.of(crs, (Polygon) part)).value());
        parts.sort(Comparator.reverseOrder());
        return new Avoidance.Proposal(crs, changed, parts, review.apply(changed));
    }

    private Clearing shift() {
        ReviewResult round = review.apply(List.of(surroundings()));
        Geometry ground = ConflictShapes.ground(round, cutter, Verdict.FAIL);
        GeoShape site = GeoShape.of(
                crs,
                OverlayNGRobust.union(
                        plots.stream().map(plot -> plot.shape().geometry()).toList()));
        Crs plane = plane();
        Clearing found = ClearingShift.find(
                site.to(plane), GeoShape.of(Crs.CGCS2000, ground).to(plane), most);
        return found instanceof Clearing.Found move
                ? new Clearing.Found(millimetres(move.east()), millimetres(move.north()))
                : found;
    }

    private static double millimetres(double metres) {
        return StrictMath.rint(metres * 1000) / 1000;
    }

    /** The box of the site, grown by the longest move and a little, as a plot. */
    private Plot surroundings() {
        Envelope box = new Envelope();
        for (Plot plot : plots)
            box.expandToInclude(plot.shape().toGeodetic().geometry().getEnvelopeInternal());
        double latitude = box.centre().y;
        box.expandBy(
                (most + 5) / LocalMetric.metresPerLongitude(latitude),
                (most + 5) / LocalMetric.metresPerLatitude(latitude));
        Plot first = plots.getFirst();
        Geometry shape = first.shape().geometry().getFactory().toGeometry(box);
        return new Plot(
                first.number(),
                "",
                first.use(),
                null,
                GeoShape.of(Crs.CGCS2000, shape).to(crs),
                Map.of());
    }

    private Crs plane() {
        if (crs.isGaussKruger()) return crs;
        double longitude = plots.getFirst().shape().toGeodetic().geometry().getCoordinate().x;
        return Crs.zone((int) StrictMath.rint(longitude / 3), 3, true);
    }

    private List<Plot> moved(Clearing.Found move) {
        Crs plane = plane();
        AffineTransformation step = AffineTransformation.translationInstance(move.east(), move.north());
        return plots.stream()
                .map(plot -> {
                    Geometry there = step.transform(plot.shape().to(plane).geometry());
                    return with(plot, GeoShape.of(plane, there).to(crs));
                })
                .toList();
    }

    /** Each plot without the conflicts; parts of less than 1 m² are left out, plots of which nothing remains too. */
    private Avoidance.@Nullable Proposal cutOut(Geometry conflict) {
        List<Plot> left = new ArrayList<>();
        for (Plot plot : plots) {
            Geometry rest =
                    OverlayNGRobust.overlay(plot.shape().toGeodetic().geometry(), conflict, OverlayNG.DIFFERENCE);
            List<Polygon> parts = new ArrayList<>();
            for (Object part : PolygonExtracter.getPolygons(rest)) {
                GeoShape shape =
                        rounded(GeoShape.of(Crs.CGCS2000, (Polygon) part).to(crs));
                boolean large = shape.geometry().isValid()
                        && SiteAreas.legalArea(shape).value().squareMetres() >= SMALLEST_PART;
                if (large) parts.add((Polygon) shape.geometry());
            }
            if (parts.isEmpty()) continue;
            Geometry together = parts.size() == 1
                    ? parts.getFirst()
                    : rest.getFactory().createMultiPolygon(parts.toArray(Polygon[]::new));
            left.add(with(plot, GeoShape.of(crs, together)));
        }
        return left.isEmpty() ? null : proposal(left);
    }

    private Plot with(Plot plot, GeoShape shape) {
        return new Plot(plot.number(), plot.name(), plot.use(), null, rounded(shape), Map.of());
    }

    /** To 1e-9°, as what is drawn is (contracts 3); to whole millimetres in a plane. */
    private static GeoShape rounded(GeoShape shape) {
        double unit = shape.crs().isGeographic() ? 1e9 : 1e3;
        Geometry copy = shape.geometry();
        copy.apply((CoordinateFilter) c -> {
            c.x = StrictMath.rint(c.x * unit) / unit;
            c.y = StrictMath.rint(c.y * unit) / unit;
        });
        copy.geometryChanged();
        return GeoShape.of(shape.crs(), copy);
    }
}
