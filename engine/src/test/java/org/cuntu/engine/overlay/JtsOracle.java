package org.cuntu.engine.overlay;

import java.util.Map;
import java.util.TreeMap;
import org.cuntu.engine.layer.Snapshot;
import org.cuntu.engine.measure.FieldIntegral;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/** The witness: outlines by OverlayNGRobust, areas by the same integral, every feature looked at. */
public final class JtsOracle {
    private JtsOracle() {}

    /** F of the common part of every feature that meets the site. */
    static Map<Integer, Double> pieces(Geometry site, Snapshot snapshot) {
        Map<Integer, Double> pieces = new TreeMap<>();
        for (int feature = 0; feature < snapshot.size(); feature++) {
            Geometry shape = snapshot.geometry(feature);
            if (shape.intersects(site)) pieces.put(feature, common(site, shape));
        }
        return pieces;
    }

    public static double common(Geometry a, Geometry b) {
        return integral(OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION));
    }

    public static double integral(Geometry geometry) {
        double sum = 0;
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            if (!(geometry.getGeometryN(i) instanceof Polygon polygon) || polygon.isEmpty()) continue;
            double south = polygon.getEnvelopeInternal().getMinY();
            FieldIntegral field = FieldIntegral.from(south);
            sum += ring(field, polygon.getExteriorRing(), true);
            for (int h = 0; h < polygon.getNumInteriorRing(); h++)
                sum += ring(field, polygon.getInteriorRingN(h), false);
        }
        return sum;
    }

    private static double ring(FieldIntegral field, LinearRing line, boolean counterClockwise) {
        double[] flat = new double[2 * line.getNumPoints()];
        for (int i = 0; i < line.getNumPoints(); i++) {
            flat[2 * i] = line.getCoordinateN(i).x;
            flat[2 * i + 1] = line.getCoordinateN(i).y;
        }
        double sum = field.ring(flat);
        return Orientation.isCCW(line.getCoordinateSequence()) == counterClockwise ? sum : -sum;
    }
}
