package org.cuntu.demo;

import java.util.ArrayList;
import java.util.List;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.UnaryUnionNG;
import org.locationtech.jts.operation.valid.IsValidOp;

/**
 * The course of a river, road or railway: a centre line in metres of the {@link Frame} with a half width at each point.
 * Its ground is made by mitred offsets with plain arithmetic, so that it is the same on every platform.
 */
record Course(double[][] points, double[] halfWidths) {
    private static final PrecisionModel GRID = new PrecisionModel(1e9);

    static Course of(double[][] points, double width) {
        double[] half = new double[points.length];
        java.util.Arrays.fill(half, width / 2);
        return new Course(points, half);
    }

    /** Corner cutting after Chaikin, {@code times} times; the ends stay. */
    static double[][] smooth(double[][] line, int times) {
        for (int k = 0; k < times; k++) {
            List<double[]> cut = new ArrayList<>();
            cut.add(line[0]);
            for (int i = 0; i + 1 < line.length; i++) {
                cut.add(between(line[i], line[i + 1], 0.25));
                cut.add(between(line[i], line[i + 1], 0.75));
            }
            cut.add(line[line.length - 1]);
            line = cut.toArray(double[][]::new);
        }
        return line;
    }

    /** Points every {@code step} metres along the line; the ends stay. */
    static double[][] resample(double[][] line, double step) {
        double length = length(line);
        int n = Math.max(1, (int) Math.rint(length / step));
        double[][] out = new double[n + 1][];
        int i = 0;
        double before = 0;
        for (int k = 0; k < n; k++) {
            double at = length * k / n;
            double piece = Frame.distance(line[i + 1][0] - line[i][0], line[i + 1][1] - line[i][1]);
            while (i + 2 < line.length && before + piece < at) {
                before += piece;
                i++;
                piece = Frame.distance(line[i + 1][0] - line[i][0], line[i + 1][1] - line[i][1]);
            }
            out[k] = between(line[i], line[i + 1], piece == 0 ? 0 : Math.min(1, (at - before) / piece));
        }
        out[n] = line[line.length - 1];
        return out;
    }

    /** Bends added at right angles to the line, fading towards both ends. */
    static double[][] meander(double[][] line, Noise noise, double amplitude, double wavelength) {
        double[][] out = new double[line.length][];
        int last = line.length - 1;
        for (int i = 0; i <= last; i++) {
            double[] n = normal(line, i);
            double end = Math.min(1, Math.min(i, last - i) / Math.min(12.0, Math.max(1, last / 3.0)));
            double d = amplitude * end * noise.layered(line[i][0], line[i][1], wavelength, 2);
            out[i] = new double[] {line[i][0] + n[0] * d, line[i][1] + n[1] * d};
        }
        return out;
    }

    static double length(double[][] line) {
        double sum = 0;
        for (int i = 0; i + 1 < line.length; i++)
            sum += Frame.distance(line[i + 1][0] - line[i][0], line[i + 1][1] - line[i][1]);
        return sum;
    }

    /** The ground covered, degrees on the 1e-9° grid. */
    Geometry ground() {
        int n = points.length;
        Coordinate[] left = new Coordinate[n];
        Coordinate[] right = new Coordinate[n];
        for (int i = 0; i < n; i++) {
            double[] m = normal(points, i);
            left[i] = corner(i, m, 1);
            right[i] = corner(i, m, -1);
        }
        Coordinate[] ring = new Coordinate[2 * n + 1];
        for (int i = 0; i < n; i++) {
            ring[i] = right[i];
            ring[2 * n - 1 - i] = left[i];
        }
        ring[2 * n] = ring[0].copy();
        Polygon whole = Sources.FACTORY.createPolygon(ring);
        if (new IsValidOp(whole).isValid()) return whole;
        List<Geometry> parts = new ArrayList<>();
        for (int i = 0; i + 1 < n; i++)
            parts.add(Sources.FACTORY
                    .createMultiPointFromCoords(new Coordinate[] {right[i], right[i + 1], left[i + 1], left[i]})
                    .convexHull());
        return union(parts);
    }

    static Geometry union(List<? extends Geometry> parts) {
        List<Geometry> areas = new ArrayList<>();
        for (Geometry part : parts) if (part.getDimension() == 2) areas.add(part);
        return UnaryUnionNG.union(Sources.FACTORY.buildGeometry(areas), GRID);
    }

    private Coordinate corner(int i, double[] m, int side) {
        double d = side * halfWidths[i];
        return new Coordinate(Frame.lon(points[i][0] + m[0] * d), Frame.lat(points[i][1] + m[1] * d));
    }

    /** The unit normal, to the left, at a point; a mean of the two edges there. */
    private static double[] normal(double[][] line, int i) {
        double[] a = line[Math.max(0, i - 1)];
        double[] b = line[Math.min(line.length - 1, i + 1)];
        double dx = b[0] - a[0];
        double dy = b[1] - a[1];
        double d = Frame.distance(dx, dy);
        return d == 0 ? new double[] {0, 1} : new double[] {-dy / d, dx / d};
    }

    private static double[] between(double[] a, double[] b, double t) {
        return new double[] {a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])};
    }
}
