package org.cuntu.engine.format;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.format.GeoJsonStream.Shape;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Polygons and multipolygons from GeoJSON coordinates, with the rings' roles as written; anything else is a problem.
 */
final class GeoJsonShapes {
    private static final GeometryFactory FACTORY = new GeometryFactory();

    private final Findings findings;
    private final Outlines outlines;
    private Place place;
    private int ring;

    GeoJsonShapes(Findings findings, Outlines outlines) {
        this.findings = findings;
        this.outlines = outlines;
        this.place = Place.UNKNOWN;
    }

    /** Null, with problems added, when the shape has any. */
    @Nullable
    Geometry build(@Nullable Shape shape, Place where) {
        place = where;
        ring = 0;
        int before = findings.count();
        List<Polygon> polygons = new ArrayList<>();
        if (shape != null) collect(shape, polygons);
        if (findings.count() > before) return null;
        if (polygons.isEmpty()) return outlines.missing(where, findings);
        return polygons.size() == 1
                ? polygons.getFirst()
                : FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private void collect(Shape shape, List<Polygon> polygons) {
        switch (shape.type()) {
            case "Polygon" -> polygon(shape.coordinates(), polygons);
            case "MultiPolygon" -> {
                if (list(shape.coordinates()) instanceof List<?> parts) parts.forEach(p -> polygon(p, polygons));
            }
            case "GeometryCollection" -> shape.parts().forEach(part -> collect(part, polygons));
            default ->
                findings.add(Problem.refused(
                        "format.not-an-area", place, "kind", shape.type().isEmpty() ? "?" : shape.type()));
        }
    }

    private void polygon(@Nullable Object coordinates, List<Polygon> polygons) {
        List<?> written = list(coordinates);
        if (written == null) return;
        List<LinearRing> rings = new ArrayList<>();
        for (Object one : written) {
            LinearRing made = ring(one);
            if (made != null) rings.add(made);
        }
        if (rings.isEmpty()) return;
        polygons.add(FACTORY.createPolygon(
                rings.getFirst(), rings.subList(1, rings.size()).toArray(LinearRing[]::new)));
    }

    private @Nullable LinearRing ring(Object written) {
        List<?> positions = list(written);
        if (positions == null) return null;
        ring++;
        List<Coordinate> points = new ArrayList<>(positions.size());
        for (Object position : positions) {
            if (!(position instanceof double[] xy)) {
                findings.add(Problem.refused("format.geojson.coordinates", place.ring(ring)));
                return null;
            }
            points.add(new Coordinate(xy[0], xy[1]));
        }
        return RingClosure.close(points, place.ring(ring), findings);
    }

    private @Nullable List<?> list(@Nullable Object written) {
        if (written instanceof List<?> list) return list;
        findings.add(Problem.refused("format.geojson.coordinates", place));
        return null;
    }
}
