package org.cuntu.core.conformity.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Outlines on a plate: rings of x, y, x, y… on the paper, cut a little beyond the frame and without points that no eye can
 * tell apart, so that a page stays small whatever the layer holds.
 */
final class PlatePath {
    private static final float APART = 0.2f;

    private PlatePath() {}

    /** The rings of polygons in EPSG:4490; empty when none is in the frame. */
    static List<float[]> of(Geometry geodetic, PlateFrame frame) {
        List<float[]> rings = new ArrayList<>();
        for (int i = 0; i < geodetic.getNumGeometries(); i++) {
            if (!(geodetic.getGeometryN(i) instanceof Polygon polygon) || polygon.isEmpty()) continue;
            add(polygon.getExteriorRing(), frame, rings);
            for (int h = 0; h < polygon.getNumInteriorRing(); h++) add(polygon.getInteriorRingN(h), frame, rings);
        }
        return rings;
    }

    private static void add(LinearRing ring, PlateFrame frame, List<float[]> into) {
        float[] points = clipped(thinned(ring, frame), frame.cut());
        if (points.length >= 6) into.add(points);
    }

    private static float[] thinned(LinearRing ring, PlateFrame frame) {
        Coordinate[] points = ring.getCoordinates();
        float[] out = new float[2 * points.length];
        int n = 0;
        for (int i = 0; i + 1 < points.length; i++) {
            float[] at = frame.at(points[i].x, points[i].y);
            if (n > 0 && Math.abs(at[0] - out[n - 2]) < APART && Math.abs(at[1] - out[n - 1]) < APART) continue;
            out[n++] = at[0];
            out[n++] = at[1];
        }
        return Arrays.copyOf(out, n);
    }

    /** Sutherland and Hodgman: each edge of the box in turn. */
    private static float[] clipped(float[] ring, float[] box) {
        float[] points = ring;
        for (int side = 0; side < 4 && points.length > 0; side++) points = clipped(points, side, box[side]);
        return points;
    }

    private static float[] clipped(float[] ring, int side, float edge) {
        int axis = side % 2;
        float sign = side < 2 ? 1 : -1;
        boolean all = true;
        for (int i = axis; i < ring.length; i += 2) all &= (ring[i] - edge) * sign >= 0;
        if (all) return ring;
        float[] out = new float[2 * ring.length + 4];
        int n = 0;
        for (int i = 0; i < ring.length; i += 2) {
            int k = (i + 2) % ring.length;
            float a = (ring[i + axis] - edge) * sign;
            float b = (ring[k + axis] - edge) * sign;
            if (a >= 0) {
                out[n++] = ring[i];
                out[n++] = ring[i + 1];
            }
            if (a >= 0 != b >= 0) {
                float t = a / (a - b);
                out[n++] = ring[i] + t * (ring[k] - ring[i]);
                out[n++] = ring[i + 1] + t * (ring[k + 1] - ring[i + 1]);
            }
        }
        return Arrays.copyOf(out, n);
    }

    /** Twice the ring's signed area, square points. */
    static double doubledArea(float[] ring) {
        double sum = 0;
        for (int i = 0; i < ring.length; i += 2) {
            int k = (i + 2) % ring.length;
            sum += (double) ring[i] * ring[k + 1] - (double) ring[k] * ring[i + 1];
        }
        return sum;
    }
}
