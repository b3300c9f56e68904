package org.cuntu.engine.format;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.format.GeoJsonStream.Shape;
import org.cuntu.engine.layer.Dimension;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Polygons from GeoJSON coordinates, with the rings' roles as written, or lines or points; anything else is a problem.
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
        if (outlines.dimension() != Dimension.AREA) return thin(shape);
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
            default -> strange(shape);
        }
    }

    private void strange(Shape shape) {
        findings.add(Outlines.strange(outlines.dimension(), place, shape.type().isEmpty() ? "?" : shape.type()));
    }

    /** Lines or points. */
    private @Nullable Geometry thin(@Nullable Shape shape) {
        Outline outline = new Outline(outlines.dimension());
        int before = findings.count();
        if (shape != null) collect(shape, outline);
        return findings.count() > before ? null : outlines.build(outline, place, findings);
    }

    private void collect(Shape shape, Outline outline) {
        Dimension wanted = outline.wants(Dimension.LINE) ? Dimension.LINE : Dimension.POINT;
        if (shape.type().equals("GeometryCollection")) shape.parts().forEach(part -> collect(part, outline));
        else if (dimension(shape.type()) != wanted) strange(shape);
        else
            switch (shape.type()) {
                case "LineString" -> outline.line(positions(shape.coordinates()));
                case "MultiLineString" -> {
                    if (list(shape.coordinates()) instanceof List<?> parts)
                        parts.forEach(part -> outline.line(positions(part)));
                }
                case "Point" -> {
                    if (shape.coordinates() instanceof double[] xy) outline.points.add(new Coordinate(xy[0], xy[1]));
                    else if (!(shape.coordinates() instanceof List<?> none && none.isEmpty())) list(null);
                }
                default -> outline.points.addAll(positions(shape.coordinates()));
            }
    }

    private static @Nullable Dimension dimension(String type) {
        return switch (type) {
            case "LineString", "MultiLineString" -> Dimension.LINE;
            case "Point", "MultiPoint" -> Dimension.POINT;
            default -> null;
        };
    }

    private List<Coordinate> positions(@Nullable Object written) {
        if (written instanceof Positions positions) return positions.coordinates();
        List<Coordinate> points = new ArrayList<>();
        List<?> list = list(written);
        if (list == null) return points;
        for (Object position : list) {
            if (position instanceof double[] xy) points.add(new Coordinate(xy[0], xy[1]));
            else {
                findings.add(Problem.refused("format.geojson.coordinates", place));
                return points;
            }
        }
        return points;
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
        if (written instanceof Positions flat)
            return RingClosure.close(flat.coordinates(), place.ring(++ring), findings);
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
