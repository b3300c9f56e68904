package org.cuntu.engine.layer;

import java.util.Arrays;

/**
 * Proves of most polygons in about a microsecond that they are valid (OGC 06-103r4, 6.1.11). What it cannot prove it says nothing of:
 * JTS then decides as ever, so the answer is JTS's in both cases.
 *
 * <p>The proof: no two edges have a point in common but the corner between neighbours, so every ring is simple and no two rings touch;
 * each hole starts inside its outer ring and in no other hole of it; no outer ring starts inside another. That is narrower than the
 * standard, which lets rings touch in points and islands lie in holes.
 *
 * <p>On the grid of whole nanodegrees every step is decided exactly in whole numbers; off it by a floating filter with a rigorous bound
 * (Shewchuk, Adaptive Precision Floating-Point Arithmetic, 1997), and undecided is not proven. For one thread.
 */
final class SurelyValid {
    private static final double EPSILON = 0x1p-53;
    private static final double FILTER = (3 + 16 * EPSILON) * EPSILON;
    /** For a scalar product: two rounded differences, a product and a sum. */
    private static final double SCALAR_FILTER = 5 * EPSILON;
    /** Products smaller than this may have lost bits below the smallest double. */
    private static final double VANISHING = 0x1p-900;
    /** Every ring is held against every other. */
    private static final int MOST_RINGS = 64;

    private static final int UNDECIDED = 0;

    private final EdgeRuns runs = new EdgeRuns();
    private final EdgeTree tree = new EdgeTree();
    private Steps steps = new Steps();
    private double[] longitudes = new double[0];
    private double[] latitudes = new double[0];
    /** For each ring's first edge its last one, else -1. */
    private int[] last = new int[0];

    /** Whether rings are closed and have three edges at least, and the first begins on the globe, a degree from its rims at least. */
    static boolean areRings(FlatRings shape) {
        for (double[] ring : shape.rings()) {
            int n = ring.length;
            if (n < 8 || ring[0] != ring[n - 2] || ring[1] != ring[n - 1]) return false;
        }
        if (shape.rings().length == 0) return false;
        double[] first = shape.rings()[0];
        return StrictMath.abs(first[0]) <= 180 - Steps.MOST_DEGREES
                && StrictMath.abs(first[1]) <= 90 - Steps.MOST_DEGREES;
    }

    /**
     * Whether rings, outer ones each followed by their holes, surely make a valid polygon or multipolygon.
     *
     * @param shape {@link #areRings}
     * @param steps the same points, all near the first one: so the whole shape is on the globe
     */
    boolean proves(FlatRings shape, Steps steps) {
        if (steps.rings > MOST_RINGS) return false;
        this.steps = steps;
        if (!steps.whole) copy(shape);
        return isSimple() && (steps.rings == 1 || nested(shape.shells()));
    }

    private void copy(FlatRings shape) {
        int size = steps.starts[steps.rings];
        if (longitudes.length < size) {
            longitudes = new double[2 * size];
            latitudes = new double[2 * size];
        }
        for (int r = 0; r < steps.rings; r++) {
            double[] ring = shape.rings()[r];
            for (int i = 0, at = steps.starts[r]; i < ring.length; i += 2, at++) {
                longitudes[at] = ring[i];
                latitudes[at] = ring[i + 1];
            }
        }
    }

    /** Whether no two edges have a point in common but neighbours their corner. */
    private boolean isSimple() {
        pairEnds();
        if (runs.fill(steps)) return runs.meeting(steps, this::apart);
        tree.fill(steps);
        return tree.meeting(this::apart);
    }

    private void pairEnds() {
        int size = steps.starts[steps.rings];
        if (last.length < size) last = new int[2 * size];
        Arrays.fill(last, 0, size, -1);
        for (int r = 0; r < steps.rings; r++) last[steps.starts[r]] = steps.starts[r + 1] - 2;
    }

    /** Whether two edges have no point in common, or are neighbours with only their corner in common. */
    private boolean apart(int edge, int later) {
        if (!boxesMeet(edge, later)) return true;
        if (later == edge + 1) return turns(edge, later, later + 1);
        if (last[edge] == later) return turns(later, edge, edge + 1);
        int p = side(edge, edge + 1, later);
        if (p != UNDECIDED && p == side(edge, edge + 1, later + 1)) return true;
        int q = side(later, later + 1, edge);
        return q != UNDECIDED && q == side(later, later + 1, edge + 1);
    }

    /** By the steps, which keep the order of what they stand for. */
    private boolean boxesMeet(int edge, int later) {
        int[] xy = steps.xy;
        int e = 2 * edge;
        int l = 2 * later;
        return StrictMath.min(xy[e], xy[e + 2]) <= StrictMath.max(xy[l], xy[l + 2])
                & StrictMath.max(xy[e], xy[e + 2]) >= StrictMath.min(xy[l], xy[l + 2])
                & StrictMath.min(xy[e + 1], xy[e + 3]) <= StrictMath.max(xy[l + 1], xy[l + 3])
                & StrictMath.max(xy[e + 1], xy[e + 3]) >= StrictMath.min(xy[l + 1], xy[l + 3]);
    }

    /** Whether two edges, from a to b and from b to c, have only b in common: they go on, or turn off. */
    private boolean turns(int a, int b, int c) {
        return goesOn(a, b, c) || side(a, b, c) != UNDECIDED;
    }

    private boolean goesOn(int a, int b, int c) {
        if (steps.whole) {
            int[] xy = steps.xy;
            return (long) (xy[2 * b] - xy[2 * a]) * (xy[2 * c] - xy[2 * b])
                            + (long) (xy[2 * b + 1] - xy[2 * a + 1]) * (xy[2 * c + 1] - xy[2 * b + 1])
                    > 0;
        }
        double along = (longitudes[b] - longitudes[a]) * (longitudes[c] - longitudes[b]);
        double up = (latitudes[b] - latitudes[a]) * (latitudes[c] - latitudes[b]);
        return along + up > SCALAR_FILTER * (StrictMath.abs(along) + StrictMath.abs(up)) + VANISHING;
    }

    /** +1 or -1 for the surely left or right side of the line from a to b. */
    private int side(int a, int b, int p) {
        if (steps.whole) {
            int[] xy = steps.xy;
            int x = xy[2 * p];
            int y = xy[2 * p + 1];
            // no wider than a degree: the factors have thirty bits each
            return Long.compare(
                    (long) (xy[2 * a] - x) * (xy[2 * b + 1] - y), (long) (xy[2 * a + 1] - y) * (xy[2 * b] - x));
        }
        double px = longitudes[p];
        double py = latitudes[p];
        double left = (longitudes[a] - px) * (latitudes[b] - py);
        double right = (latitudes[a] - py) * (longitudes[b] - px);
        double bound = FILTER * (StrictMath.abs(left) + StrictMath.abs(right)) + VANISHING;
        double determinant = left - right;
        return determinant > bound ? 1 : -determinant > bound ? -1 : UNDECIDED;
    }

    private boolean nested(boolean[] shells) {
        int shell = 0;
        for (int r = 0; r < steps.rings; r++) {
            if (shells[r]) shell = r;
            int othersShell = 0;
            for (int other = 0; other < steps.rings; other++) {
                if (shells[other]) othersShell = other;
                if (other == r) continue;
                // an outer ring is held against outer rings; a hole against its outer ring and that one's other holes
                boolean own = !shells[r] && other == shell;
                boolean apart = shells[r] ? shells[other] : !shells[other] && othersShell == shell;
                if (own || apart) {
                    int crossings = crossings(other, steps.starts[r]);
                    if (crossings < 0 || crossings % 2 != (own ? 1 : 0)) return false;
                }
            }
        }
        return true;
    }

    /** How many edges of a ring a ray from a point to the east meets; -1 when that is undecided. */
    private int crossings(int ring, int point) {
        int count = 0;
        for (int i = steps.starts[ring]; i + 1 < steps.starts[ring + 1]; i++) {
            boolean up = isAbove(i + 1, point);
            if (up == isAbove(i, point)) continue;
            int side = side(i, i + 1, point);
            if (side == UNDECIDED) return -1;
            if (side == 1 == up) count++;
        }
        return count;
    }

    private boolean isAbove(int one, int other) {
        return steps.whole ? steps.xy[2 * one + 1] > steps.xy[2 * other + 1] : latitudes[one] > latitudes[other];
    }
}
