package org.cuntu.core.dossier.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Polygons in EPSG:4490 as a GeoJSON MultiPolygon ready for Jackson, rounded to 1e-8° (a millimetre): for the map. */
final class GeoJson {
    private GeoJson() {}

    static Map<String, Object> of(Geometry geometry) {
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

    private static List<double[]> points(LinearRing ring) {
        List<double[]> points = new ArrayList<>();
        for (Coordinate c : ring.getCoordinates())
            points.add(new double[] {StrictMath.rint(c.x * 1e8) / 1e8, StrictMath.rint(c.y * 1e8) / 1e8});
        return points;
    }
}
