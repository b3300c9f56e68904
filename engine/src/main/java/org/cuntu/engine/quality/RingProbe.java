package org.cuntu.engine.quality;

import java.util.List;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.LocalMetric;
import org.cuntu.engine.layer.Shapes;
import org.cuntu.engine.layer.Snapshot;

/** Looks along the rings, as they were delivered: points twice, points near, spikes. */
final class RingProbe implements Probe {
    /** Of one check in one feature. */
    private static final int MOST = 100;

    private final Delivered delivered;
    private final List<TopologyCheck> checks;
    private final int[] counts;
    private final double nearest;
    private final double sharpest;
    private double[] xs = new double[256];
    private double[] ys = new double[256];

    RingProbe(Snapshot layer, List<TopologyCheck> checks) {
        delivered = new Delivered(layer);
        this.checks = checks;
        counts = new int[checks.size()];
        double metres = 0;
        double degrees = 0;
        for (TopologyCheck check : checks)
            switch (check) {
                case TopologyCheck.PointsNear near -> metres = StrictMath.max(metres, near.metres());
                case TopologyCheck.Spike spike -> degrees = StrictMath.max(degrees, spike.degrees());
                default -> {}
            }
        nearest = metres;
        double cosine = StrictMath.cos(StrictMath.toRadians(StrictMath.min(89, degrees)));
        sharpest = degrees == 0 ? 2 : cosine * cosine * (1 - 1e-9);
    }

    @Override
    public void look(int feature, FlatShape shape, List<TopologyFinding> found) {
        FlatShape drawn = delivered.of(feature, shape);
        Shapes shapes = drawn.shapes();
        java.util.Arrays.fill(counts, 0);
        int end = shapes.firstRing(drawn.shape() + 1);
        for (int ring = shapes.firstRing(drawn.shape()); ring < end; ring++) ring(feature, shapes, ring, found);
    }

    private void ring(int feature, Shapes shapes, int ring, List<TopologyFinding> found) {
        int first = shapes.firstPoint(ring);
        int points = shapes.firstPoint(ring + 1) - first;
        if (points < 2) return;
        if (xs.length < points) {
            xs = new double[2 * points];
            ys = new double[2 * points];
        }
        shapes.load(first, points, xs, ys);
        int before = points - 2; // the last point but the closing one that differs from the first
        while (before > 0 && xs[before] == xs[0] && ys[before] == ys[0]) before--;
        double inX = xs[0] - xs[before];
        double inY = ys[0] - ys[before];
        for (int i = 0; i + 1 < points; i++) {
            double dx = xs[i + 1] - xs[i];
            double dy = ys[i + 1] - ys[i];
            if (dx == 0 && dy == 0) {
                twice(feature, i + 1, found);
                continue;
            }
            double perX = LocalMetric.metresPerLongitude(ys[i]);
            double perY = LocalMetric.metresPerLatitude(ys[i]);
            double x = dx * perX;
            double y = dy * perY;
            double length = x * x + y * y;
            if (length < nearest * nearest) near(feature, i + 1, StrictMath.sqrt(length), found);
            double bx = -inX * perX;
            double by = -inY * perY;
            double dot = x * bx + y * by;
            if (dot > 0 && dot * dot > sharpest * length * (bx * bx + by * by))
                sharp(
                        feature,
                        i,
                        StrictMath.sqrt(StrictMath.min(length, bx * bx + by * by)),
                        x * by - y * bx,
                        dot,
                        found);
            inX = dx;
            inY = dy;
        }
    }

    private void twice(int feature, int point, List<TopologyFinding> found) {
        for (int c = 0; c < counts.length; c++)
            if (checks.get(c) instanceof TopologyCheck.PointTwice) add(c, feature, point, 0, Double.NaN, found);
    }

    private void near(int feature, int point, double metres, List<TopologyFinding> found) {
        for (int c = 0; c < counts.length; c++)
            if (checks.get(c) instanceof TopologyCheck.PointsNear near && metres < near.metres())
                add(c, feature, point, metres, Double.NaN, found);
    }

    private void sharp(int feature, int point, double side, double cross, double dot, List<TopologyFinding> found) {
        double degrees = StrictMath.toDegrees(StrictMath.atan2(StrictMath.abs(cross), dot));
        for (int c = 0; c < counts.length; c++)
            if (checks.get(c) instanceof TopologyCheck.Spike spike
                    && degrees < spike.degrees()
                    && side > spike.metres()) add(c, feature, point, side, degrees, found);
    }

    private void add(int check, int feature, int point, double length, double measure, List<TopologyFinding> found) {
        if (counts[check]++ >= MOST) return;
        found.add(TopologyFinding.point(checks.get(check), feature, xs[point], ys[point], length, measure));
    }
}
