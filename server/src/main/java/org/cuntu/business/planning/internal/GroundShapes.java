package org.cuntu.business.planning.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.overlay.Site;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * Ground put together and taken apart, EPSG:4490. Figures are the engine's: shapes made here are measured by {@link Site} as
 * they are, and what is smaller than {@link #TOUCH} is no ground.
 */
final class GroundShapes {
    /** m²: what is apportioned to nothing only touches (contracts 3). */
    static final double TOUCH = 0.005;

    private static final GeometryFactory FACTORY = new GeometryFactory();

    private GroundShapes() {}

    static Geometry nothing() {
        return FACTORY.createPolygon();
    }

    static Geometry union(Collection<? extends Geometry> parts) {
        if (parts.isEmpty()) return nothing();
        return solid(OverlayNGRobust.union(FACTORY.buildGeometry(new ArrayList<>(parts))));
    }

    static Geometry minus(Geometry one, Geometry other) {
        if (one.isEmpty() || other.isEmpty() || !one.getEnvelopeInternal().intersects(other.getEnvelopeInternal()))
            return one;
        return solid(OverlayNGRobust.overlay(one, other, OverlayNG.DIFFERENCE));
    }

    static Geometry common(Geometry one, Geometry other) {
        if (one.isEmpty() || other.isEmpty() || !one.getEnvelopeInternal().intersects(other.getEnvelopeInternal()))
            return nothing();
        return solid(OverlayNGRobust.overlay(one, other, OverlayNG.INTERSECTION));
    }

    /** Its polygons that are ground. */
    private static Geometry solid(Geometry shape) {
        List<Polygon> parts =
                parts(shape).stream().filter(part -> integral(part) >= TOUCH).toList();
        return parts.size() == 1 ? parts.getFirst() : FACTORY.createMultiPolygon(parts.toArray(Polygon[]::new));
    }

    /** Its polygons, none of them empty. */
    @SuppressWarnings("unchecked") // JTS gives a raw list of polygons
    static List<Polygon> parts(Geometry shape) {
        List<Polygon> all = PolygonExtracter.getPolygons(shape);
        return all.stream().filter(part -> !part.isEmpty()).toList();
    }

    /** F, m². */
    static double integral(Geometry shape) {
        return shape.isEmpty() ? 0 : StrictMath.abs(Site.of(shape).integral());
    }

    /** West, south, east, north; empty for no ground. */
    static List<Double> box(Geometry... shapes) {
        org.locationtech.jts.geom.Envelope box = new org.locationtech.jts.geom.Envelope();
        for (Geometry shape : shapes) box.expandToInclude(shape.getEnvelopeInternal());
        return box.isNull() ? List.of() : List.of(box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
    }

    /** GeoJSON; null for no ground. */
    static @Nullable Map<String, Object> json(Geometry shape) {
        List<Object> polygons = new ArrayList<>();
        for (Polygon part : parts(shape)) polygons.add(rings(part));
        if (polygons.isEmpty()) return null;
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("type", polygons.size() == 1 ? "Polygon" : "MultiPolygon");
        tree.put("coordinates", polygons.size() == 1 ? polygons.getFirst() : polygons);
        return tree;
    }

    private static List<Object> rings(Polygon polygon) {
        List<Object> rings = new ArrayList<>();
        rings.add(ring(polygon.getExteriorRing()));
        for (int i = 0; i < polygon.getNumInteriorRing(); i++) rings.add(ring(polygon.getInteriorRingN(i)));
        return rings;
    }

    private static List<Object> ring(LinearRing ring) {
        List<Object> points = new ArrayList<>();
        for (Coordinate point : ring.getCoordinates()) points.add(List.of(point.x, point.y));
        return points;
    }
}
