package org.cuntu.engine.format;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.geometry.Crs;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Makes polygons, or lines or points, of outlines by the one rule of all formats: rings have the roles that the file gives them and must be
 * closed; heights and measures are dropped, curves are stroked, and both are counted; a feature without geometry is
 * refused, or kept empty and counted.
 */
final class Outlines {
    /** How far a chord may lie from its arc: 1 mm, in degrees its like on the ground. */
    static final double SAGITTA = 0.001;

    private static final double SAGITTA_DEGREES = 1e-8;
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final boolean keepsEmpty;
    private final Dimension dimension;
    private long heights;
    private long measures;
    private long curved;
    private long empty;

    Outlines(boolean keepsEmpty, Dimension dimension) {
        this.keepsEmpty = keepsEmpty;
        this.dimension = dimension;
    }

    /** What features are to be made of. */
    Dimension dimension() {
        return dimension;
    }

    /** The largest distance of a chord from its arc, in the units of the system. */
    static double tolerance(@Nullable Crs crs) {
        return crs == null || crs.isGeographic() ? SAGITTA_DEGREES : SAGITTA;
    }

    /** A reading begins: counts from nothing. */
    void begin() {
        heights = 0;
        measures = 0;
        curved = 0;
        empty = 0;
    }

    /** Null, with problems added, when the outline has any; an empty polygon when it has nothing and that is kept. */
    @Nullable
    Geometry build(@Nullable Outline outline, Place place, Findings findings) {
        if (outline != null && outline.strange != null) {
            findings.add(strange(dimension, place, outline.strange));
            return null;
        }
        if (outline == null || outline.isEmpty()) return missing(place, findings);
        Geometry made =
                switch (dimension) {
                    case AREA -> area(polygons(outline, place, findings));
                    case LINE -> line(lines(outline, place, findings));
                    case POINT -> point(outline.points);
                };
        if (findings.refused()) return null;
        count(outline);
        return made;
    }

    /** A part of another kind than is wanted. */
    static Problem strange(Dimension wanted, Place place, String kind) {
        return switch (wanted) {
            case AREA -> Problem.refused("format.not-an-area", place, "kind", kind);
            case LINE -> Problem.refused("format.not-a-line", place, "kind", kind);
            case POINT -> Problem.refused("format.not-a-point", place, "kind", kind);
        };
    }

    private static Geometry area(List<Polygon> polygons) {
        return polygons.size() == 1
                ? polygons.getFirst()
                : FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private static Geometry line(List<LineString> lines) {
        return lines.size() == 1 ? lines.getFirst() : FACTORY.createMultiLineString(lines.toArray(LineString[]::new));
    }

    private static Geometry point(List<Coordinate> points) {
        return points.size() == 1
                ? FACTORY.createPoint(points.getFirst())
                : FACTORY.createMultiPointFromCoords(points.toArray(Coordinate[]::new));
    }

    private static List<LineString> lines(Outline outline, Place place, Findings findings) {
        List<LineString> lines = new ArrayList<>();
        for (List<Coordinate> points : outline.lines) {
            if (points.size() > 1) lines.add(FACTORY.createLineString(points.toArray(Coordinate[]::new)));
            else findings.add(Problem.refused("format.line-short", place));
        }
        return lines;
    }

    /** What a feature without geometry becomes. */
    @Nullable
    Geometry missing(Place place, Findings findings) {
        if (!keepsEmpty) {
            findings.add(Problem.refused("format.no-geometry", place));
            return null;
        }
        empty++;
        return FACTORY.createPolygon();
    }

    private static List<Polygon> polygons(Outline outline, Place place, Findings findings) {
        List<Polygon> polygons = new ArrayList<>();
        int number = 0;
        for (List<List<Coordinate>> rings : outline.polygons) {
            List<LinearRing> closed = new ArrayList<>();
            for (List<Coordinate> ring : rings) {
                LinearRing made = RingClosure.close(ring, place.ring(++number), findings);
                if (made != null) closed.add(made);
            }
            if (closed.size() == rings.size())
                polygons.add(FACTORY.createPolygon(
                        closed.getFirst(), closed.subList(1, closed.size()).toArray(LinearRing[]::new)));
        }
        return polygons;
    }

    private void count(Outline outline) {
        if (outline.z) heights++;
        if (outline.m) measures++;
        if (outline.curved) curved++;
    }

    /** A feature of a format that is not read by way of {@link Outline}. */
    void dropped(boolean z, boolean m) {
        if (z) heights++;
        if (m) measures++;
    }

    /** What was dropped, stroked and kept empty since {@link #begin}. */
    List<Problem> warnings(Place file) {
        List<Problem> warnings = new ArrayList<>();
        if (heights + measures > 0)
            warnings.add(Problem.warning("format.z-dropped", file, "heights", heights, "measures", measures));
        if (curved > 0) warnings.add(Problem.warning("format.curves-stroked", file, "count", curved));
        if (empty > 0) warnings.add(Problem.warning("format.kept-empty", file, "count", empty));
        return warnings;
    }
}
