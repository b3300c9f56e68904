package org.cuntu.engine.overlay;

/**
 * Whether rounding can have done harm. An edge that begins or ends at a crossing has been moved by the rounding of the crossing; when a
 * corner of the outline is so near to it that it may now lie on the wrong side, or where the crossing is, the rings may cross or touch. All other edges are as they were.
 * Points are boxed by {@value #BOX}, so that each such edge looks at few. Scratch space, for one thread.
 */
final class Clearance {
    /** Degrees, 0.1 µm: fifty times what the rounding of a crossing near 109° moves it. */
    private static final double NEAR = 1e-12;

    private static final int BOX = 32;

    private double[] boxes = new double[64];

    boolean isClear(RingList rings) {
        if (rings.crossings() == 0) return true;
        box(rings);
        for (int ring = 0, i = 0; ring < rings.rings(); ring++) {
            int first = rings.first(ring);
            int last = rings.last(ring);
            for (; i < rings.crossings() && rings.crossing(i) <= last; i++) {
                int at = rings.crossing(i);
                if (at == last) continue;
                if (!isClear(rings, at == first ? last - 1 : at - 1, at) || !isClear(rings, at, at + 1)) return false;
            }
        }
        return true;
    }

    private void box(RingList rings) {
        int count = (rings.points() + BOX - 1) / BOX;
        if (4 * count > boxes.length) boxes = new double[8 * count];
        for (int box = 0; box < count; box++) {
            double west = Double.POSITIVE_INFINITY;
            double south = west;
            double east = Double.NEGATIVE_INFINITY;
            double north = east;
            int end = StrictMath.min(rings.points(), (box + 1) * BOX);
            for (int p = box * BOX; p < end; p++) {
                west = StrictMath.min(west, rings.x(p));
                south = StrictMath.min(south, rings.y(p));
                east = StrictMath.max(east, rings.x(p));
                north = StrictMath.max(north, rings.y(p));
            }
            boxes[4 * box] = west;
            boxes[4 * box + 1] = south;
            boxes[4 * box + 2] = east;
            boxes[4 * box + 3] = north;
        }
    }

    private boolean isClear(RingList rings, int from, int to) {
        double ax = rings.x(from);
        double ay = rings.y(from);
        double bx = rings.x(to);
        double by = rings.y(to);
        double length = StrictMath.abs(bx - ax) + StrictMath.abs(by - ay);
        if (length < NEAR) return false;
        double west = StrictMath.min(ax, bx) - NEAR;
        double east = StrictMath.max(ax, bx) + NEAR;
        double south = StrictMath.min(ay, by) - NEAR;
        double north = StrictMath.max(ay, by) + NEAR;
        for (int start = 0, box = 0; start < rings.points(); start += BOX, box += 4) {
            if (boxes[box] > east | boxes[box + 2] < west | boxes[box + 1] > north | boxes[box + 3] < south) continue;
            int end = StrictMath.min(rings.points(), start + BOX);
            for (int p = start; p < end; p++) {
                double x = rings.x(p);
                double y = rings.y(p);
                if (x < west | x > east | y < south | y > north) continue;
                if (rings.isSame(p, from) || rings.isSame(p, to)) continue;
                if (StrictMath.abs(Side.value(ax, ay, bx, by, x, y)) < NEAR * length) return false;
            }
        }
        return true;
    }
}
