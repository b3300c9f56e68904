package org.cuntu.demo;

import java.util.Arrays;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;

/**
 * The Voronoi cell of each seed, one at a time and in any order. A corner is the circumcentre of the three seeds around it,
 * computed from them in the order of their numbers, and the bends of an edge depend on its two ends and two seeds alone;
 * so two neighbours get the same vertices to the last bit. Thread safe.
 */
final class Cells {
    private static final double FAR = 60_000;

    private final Seeds.Points seeds;
    private final KdTree tree;
    private final Dice dice;
    private final double step;

    /**
     * @param step about one bend in so many metres of edge
     */
    Cells(Seeds.Points seeds, Dice dice, double step) {
        this.seeds = seeds;
        this.tree = new KdTree(seeds.x(), seeds.y());
        this.dice = dice;
        this.step = step;
    }

    /** The cell's closed ring in degrees; empty for a cell at the rim of the world. */
    Coordinate[] ring(int seed) {
        Half cut = new Half(seed);
        double reach = 3.2 * seeds.side()[seed];
        double done = 0;
        while (true) {
            double inner = done;
            int[] near = near(seed, reach, inner);
            for (int n : near) cut.by(n);
            double corner = cut.farthest();
            if (2 * corner <= reach || reach > 4 * FAR) break;
            done = reach;
            reach = Math.min(2 * corner, 2 * reach);
        }
        return cut.isOpen() ? new Coordinate[0] : outline(seed, cut);
    }

    /** Seeds between two distances, nearest first. */
    private int[] near(int seed, double reach, double inner) {
        double x = seeds.x()[seed];
        double y = seeds.y()[seed];
        int[][] found = {new int[64]};
        int[] n = {0};
        tree.within(x, y, reach, p -> {
            if (p == seed || distance(seed, p) <= inner && inner > 0) return;
            if (n[0] == found[0].length) found[0] = Arrays.copyOf(found[0], 2 * n[0]);
            found[0][n[0]++] = p;
        });
        return Arrays.stream(found[0], 0, n[0])
                .boxed()
                .sorted((a, b) -> {
                    int c = Double.compare(distance(seed, a), distance(seed, b));
                    return c != 0 ? c : Integer.compare(a, b);
                })
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private double distance(int a, int b) {
        return Frame.distance(seeds.x()[a] - seeds.x()[b], seeds.y()[a] - seeds.y()[b]);
    }

    private Coordinate[] outline(int seed, Half cut) {
        CoordinateList ring = new CoordinateList();
        for (int k = 0; k < cut.n; k++) {
            int before = cut.label[(k + cut.n - 1) % cut.n];
            int edge = cut.label[k];
            int after = cut.label[(k + 1) % cut.n];
            Coordinate from = corner(seed, before, edge);
            Coordinate to = corner(seed, edge, after);
            ring.add(from, false);
            bends(ring, from, to, Math.min(seed, edge), Math.max(seed, edge));
        }
        ring.closeRing();
        return ring.toCoordinateArray();
    }

    private Coordinate corner(int i, int j, int k) {
        int a = Math.min(i, Math.min(j, k));
        int c = Math.max(i, Math.max(j, k));
        int b = i + j + k - a - c;
        double bx = seeds.x()[b] - seeds.x()[a];
        double by = seeds.y()[b] - seeds.y()[a];
        double cx = seeds.x()[c] - seeds.x()[a];
        double cy = seeds.y()[c] - seeds.y()[a];
        double d = 2 * (bx * cy - by * cx);
        double b2 = bx * bx + by * by;
        double c2 = cx * cx + cy * cy;
        return new Coordinate(
                Frame.lon(seeds.x()[a] + (cy * b2 - by * c2) / d), Frame.lat(seeds.y()[a] + (bx * c2 - cx * b2) / d));
    }

    /** Points pulled towards one of the two seeds: inside the triangle of the edge and that seed, so nothing can cross. */
    private void bends(CoordinateList ring, Coordinate from, Coordinate to, int low, int high) {
        boolean forward = from.compareTo(to) < 0;
        Coordinate a = forward ? from : to;
        Coordinate b = forward ? to : from;
        double length = Frame.distance((b.x - a.x) * Frame.KX, (b.y - a.y) * Frame.KY);
        int n = Math.min(9, (int) (length / step));
        double strength = 0.2 * dice.unit(71, low, high);
        if (n == 0) return;
        int pole = dice.unit(72, low, high) < 0.5 ? low : high;
        double px = Frame.LON0 + seeds.x()[pole] / Frame.KX;
        double py = Frame.LAT0 + seeds.y()[pole] / Frame.KY;
        for (int m = 1; m <= n; m++) {
            int k = forward ? m : n + 1 - m;
            double t = (double) k / (n + 1);
            double pull = strength * 4 * t * (1 - t) * (0.55 + 0.45 * dice.unit(73, low * 31L + k, high));
            double x = a.x + t * (b.x - a.x);
            double y = a.y + t * (b.y - a.y);
            ring.add(new Coordinate(Frame.round(x + pull * (px - x)), Frame.round(y + pull * (py - y))), false);
        }
    }

    /** A convex ring that is cut by the half planes nearer to one seed than to others; relative to that seed. */
    private final class Half {
        private final int seed;
        private double[] x = {-FAR, FAR, FAR, -FAR};
        private double[] y = {-FAR, -FAR, FAR, FAR};
        private int[] label = {-1, -1, -1, -1};
        private int n = 4;

        Half(int seed) {
            this.seed = seed;
        }

        double farthest() {
            double most = 0;
            for (int k = 0; k < n; k++) most = Math.max(most, Frame.distance(x[k], y[k]));
            return most;
        }

        boolean isOpen() {
            for (int k = 0; k < n; k++) if (label[k] < 0) return true;
            return false;
        }

        void by(int other) {
            double dx = seeds.x()[other] - seeds.x()[seed];
            double dy = seeds.y()[other] - seeds.y()[seed];
            double limit = (dx * dx + dy * dy) / 2;
            double[] side = new double[n];
            boolean cuts = false;
            for (int k = 0; k < n; k++) {
                side[k] = limit - (x[k] * dx + y[k] * dy);
                cuts |= side[k] < 0;
            }
            if (cuts) keep(side, other);
        }

        private void keep(double[] side, int other) {
            double[] nx = new double[n + 2];
            double[] ny = new double[n + 2];
            int[] nl = new int[n + 2];
            int m = 0;
            for (int k = 0; k < n; k++) {
                int j = (k + 1) % n;
                if (side[k] >= 0) {
                    nx[m] = x[k];
                    ny[m] = y[k];
                    nl[m++] = label[k];
                }
                if (side[k] >= 0 == side[j] >= 0) continue;
                double t = side[k] / (side[k] - side[j]);
                nx[m] = x[k] + t * (x[j] - x[k]);
                ny[m] = y[k] + t * (y[j] - y[k]);
                nl[m++] = side[k] >= 0 ? other : label[k];
            }
            x = nx;
            y = ny;
            label = nl;
            n = m;
        }
    }
}
