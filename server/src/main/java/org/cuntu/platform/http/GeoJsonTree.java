package org.cuntu.platform.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Polygons in EPSG:4490 as a GeoJSON MultiPolygon ready for Jackson, rounded to 1e-9°, which loses nothing of what is drawn (contracts 3). */
public final class GeoJsonTree {
    private GeoJsonTree() {}

    public static Map<String, Object> of(Geometry geometry) {
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

    private static List<Object> points(LinearRing ring) {
        List<Object> points = new ArrayList<>();
        for (Coordinate c : ring.getCoordinates()) points.add(new double[] {nano(c.x), nano(c.y)});
        return points;
    }

    private static double nano(double degrees) {
        return StrictMath.rint(degrees * 1e9) / 1e9;
    }
}
