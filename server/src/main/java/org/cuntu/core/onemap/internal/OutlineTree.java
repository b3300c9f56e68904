package org.cuntu.core.onemap.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/** Polygons in EPSG:4490 as a GeoJSON MultiPolygon ready for Jackson: for the map. */
final class OutlineTree {
    private OutlineTree() {}

    static Map<String, Object> of(Geometry geometry) {
        List<List<List<double[]>>> polygons = new ArrayList<>();
        for (int i = 0; i < geometry.getNumGeometries(); i++)
            if (geometry.getGeometryN(i) instanceof Polygon polygon) polygons.add(rings(polygon));
        return Map.of("type", "MultiPolygon", "coordinates", polygons);
    }

    private static List<List<double[]>> rings(Polygon polygon) {
        List<List<double[]>> rings = new ArrayList<>();
        rings.add(points(polygon.getExteriorRing()));
        for (int h = 0; h < polygon.getNumInteriorRing(); h++) rings.add(points(polygon.getInteriorRingN(h)));
        return rings;
    }

    private static List<double[]> points(LinearRing ring) {
        return Arrays.stream(ring.getCoordinates())
                .map(c -> new double[] {c.x, c.y})
                .toList();
    }
}
