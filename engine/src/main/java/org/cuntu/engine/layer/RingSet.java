package org.cuntu.engine.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.cuntu.engine.measure.FieldIntegral;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * The rings of a polygonal geometry in flat arrays: exteriors counter-clockwise, holes clockwise, repeated points dropped,
 * the closing point kept; with the running field integral (m²) and the running length (m) at each vertex and a box around
 * each run of {@link Ring#CHUNK} edges. Degrees. Immutable after construction.
 */
public final class RingSet {
    private final List<Ring> rings;
    private final double west;
    private final double south;
    private final double east;
    private final double north;

    /** Rings already oriented, with running sums from one reference. */
    public RingSet(List<Ring> rings) {
        this.rings = List.copyOf(rings);
        double w = Double.POSITIVE_INFINITY;
        double s = Double.POSITIVE_INFINITY;
        double e = Double.NEGATIVE_INFINITY;
        double n = Double.NEGATIVE_INFINITY;
        for (Ring ring : rings) {
            for (int c = 0; c < ring.chunks(); c++) {
                w = StrictMath.min(w, ring.west(c));
                s = StrictMath.min(s, ring.south(c));
                e = StrictMath.max(e, ring.east(c));
                n = StrictMath.max(n, ring.north(c));
            }
        }
        west = w;
        south = s;
        east = e;
        north = n;
    }

    /**
     * The rings of a polygon, multipolygon or collection of them.
     *
     * @param field the integral whose reference all running sums share
     */
    public static RingSet of(Geometry geometry, FieldIntegral field) {
        List<Ring> rings = new ArrayList<>();
        for (int g = 0; g < geometry.getNumGeometries(); g++) {
            if (!(geometry.getGeometryN(g) instanceof Polygon polygon) || polygon.isEmpty()) continue;
            add(rings, polygon.getExteriorRing(), true, field);
            for (int h = 0; h < polygon.getNumInteriorRing(); h++) add(rings, polygon.getInteriorRingN(h), false, field);
        }
        return new RingSet(rings);
    }

    public double area() {
        double sum = 0;
        for (Ring ring : rings) sum += ring.area();
        return sum;
    }

    public double perimeter() {
        double sum = 0;
        for (Ring ring : rings) sum += ring.perimeter();
        return sum;
    }

    public double west() {
        return west;
    }

    public double south() {
        return south;
    }

    public double east() {
        return east;
    }

    public double north() {
        return north;
    }

    public List<Ring> rings() {
        return rings;
    }

    /** Whether the boxes meet; closed. */
    public boolean meets(double w, double s, double e, double n) {
        return west <= e && w <= east && south <= n && s <= north;
    }

    private static void add(List<Ring> rings, LinearRing line, boolean counterClockwise, FieldIntegral field) {
        CoordinateSequence points = line.getCoordinateSequence();
        boolean reverse = Orientation.isCCW(points) != counterClockwise;
        int n = points.size();
        double[] x = new double[n];
        double[] y = new double[n];
        int kept = 0;
        for (int k = 0; k < n; k++) {
            int i = reverse ? n - 1 - k : k;
            double px = points.getX(i);
            double py = points.getY(i);
            if (kept > 0 && x[kept - 1] == px && y[kept - 1] == py) continue;
            x[kept] = px;
            y[kept] = py;
            kept++;
        }
        if (kept < 4) return;
        rings.add(new ArrayRing(Arrays.copyOf(x, kept), Arrays.copyOf(y, kept), field));
    }
}
