package org.cuntu.witness;

import org.cuntu.engine.measure.FieldIntegral;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** JTS OverlayNGRobust as a witness of areas (contracts 3), with the same integral over its result. */
public final class JtsWitness {
    private JtsWitness() {}

    /** m² of what two polygonal geometries have in common. */
    public static double common(Geometry site, Geometry feature) {
        return integral(OverlayNGRobust.overlay(site, feature, OverlayNG.INTERSECTION));
    }

    /** F of a polygonal geometry, ring by ring. */
    public static double integral(Geometry geometry) {
        FieldIntegral field = FieldIntegral.from(24);
        double sum = 0;
        for (Object each : PolygonExtracter.getPolygons(geometry)) {
            Polygon polygon = (Polygon) each;
            sum += StrictMath.abs(field.ring(flat(polygon.getExteriorRing())));
            for (int h = 0; h < polygon.getNumInteriorRing(); h++)
                sum -= StrictMath.abs(field.ring(flat(polygon.getInteriorRingN(h))));
        }
        return sum;
    }

    private static double[] flat(LinearRing ring) {
        Coordinate[] points = ring.getCoordinates();
        double[] flat = new double[2 * points.length];
        for (int i = 0; i < points.length; i++) {
            flat[2 * i] = points[i].x;
            flat[2 * i + 1] = points[i].y;
        }
        return flat;
    }
}
