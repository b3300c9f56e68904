package org.cuntu.platform.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Puntal;

/**
 * Shapes in EPSG:4490 as GeoJSON ready for Jackson: a MultiPolygon, of lines a MultiLineString, of points a MultiPoint; rounded to
 * 1e-9°, which loses nothing of what is drawn (contracts 3).
 */
public final class GeoJsonTree {
    private GeoJsonTree() {}

    public static Map<String, Object> of(Geometry geometry) {
        return switch (geometry) {
            case Puntal points -> Map.of("type", "MultiPoint", "coordinates", points(geometry));
            case Lineal lines -> Map.of("type", "MultiLineString", "coordinates", lines(geometry));
            default -> polygons(geometry);
        };
    }

    private static List<Object> lines(Geometry geometry) {
        List<Object> lines = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++)
            if (!geometry.getGeometryN(i).isEmpty()) lines.add(points(geometry.getGeometryN(i)));
        return lines;
    }

    private static Map<String, Object> polygons(Geometry geometry) {
        List<Object> polygons = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++)
            if (geometry.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) polygons.add(rings(polygon));
        return Map.of("type", "MultiPolygon", "coordinates", polygons);
    }

    private static List<Object> rings(Polygon polygon) {
        List<Object> rings = new ArrayList<>();
        rings.add(points(polygon.getExteriorRing()));
        for (int h = 0; h < polygon.getNumInteriorRing(); h++) rings.add(points(polygon.getInteriorRingN(h)));
        return rings;
    }

    private static List<Object> points(Geometry of) {
        List<Object> points = new ArrayList<>();
        for (Coordinate c : of.getCoordinates()) points.add(new double[] {nano(c.x), nano(c.y)});
        return points;
    }

    private static double nano(double degrees) {
        return StrictMath.rint(degrees * 1e9) / 1e9;
    }
}
