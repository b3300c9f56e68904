package org.cuntu.core.onemap.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Lineal;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.Puntal;

/** A feature in EPSG:4490 as GeoJSON ready for Jackson, as a multi-geometry: for the map. */
final class OutlineTree {
    private OutlineTree() {}

    static Map<String, Object> of(Geometry geometry) {
        return switch (geometry) {
            case Puntal points -> Map.of("type", "MultiPoint", "coordinates", points(geometry.getCoordinates()));
            case Lineal lines -> Map.of("type", "MultiLineString", "coordinates", lines(geometry));
            default -> polygons(geometry);
        };
    }

    private static List<List<double[]>> lines(Geometry geometry) {
        List<List<double[]>> lines = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++)
            lines.add(points(geometry.getGeometryN(i).getCoordinates()));
        return lines;
    }

    private static Map<String, Object> polygons(Geometry geometry) {
        List<List<List<double[]>>> polygons = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++)
            if (geometry.getGeometryN(i) instanceof Polygon polygon) polygons.add(rings(polygon));
        return Map.of("type", "MultiPolygon", "coordinates", polygons);
    }

    private static List<List<double[]>> rings(Polygon polygon) {
        List<List<double[]>> rings = new ArrayList<>();
        rings.add(points(polygon.getExteriorRing().getCoordinates()));
        for (int h = 0; h < polygon.getNumInteriorRing(); h++)
            rings.add(points(polygon.getInteriorRingN(h).getCoordinates()));
        return rings;
    }

    private static List<double[]> points(Coordinate[] coordinates) {
        return Arrays.stream(coordinates).map(c -> new double[] {c.x, c.y}).toList();
    }
}
