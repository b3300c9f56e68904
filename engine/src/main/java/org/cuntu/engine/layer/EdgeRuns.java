package org.cuntu.engine.layer;

/**
 * Cuts the rings of a shape into runs: stretches in which every edge goes the same way east or west, or every edge the same way north or
 * south. A run cannot meet itself, and most rings have few: a patch of sixty crooked edges has about one for each of its sides. So only
 * edges of different runs are looked at, and of those only where the boxes of two runs overlap. Scratch space that is filled again for
 * the next shape. For one thread.
 *
 * <p>Edge i runs from point i to point i + 1; a ring's closing point begins no edge.
 */
final class EdgeRuns {
    /** With more runs a tree over the edges is faster. */
    static final int MOST = 24;

    private final int[] first = new int[MOST];
    private final int[] end = new int[MOST];
    /** Whether all edges of a run go the same way east or west; north or south. */
    private final boolean[] across = new boolean[MOST];

    private final boolean[] along = new boolean[MOST];
    /** West, south, east, north of each. */
    private final int[] boxes = new int[4 * MOST];

    private int[] some = new int[64];
    private int[] others = new int[64];
    private int runs;

    /** Whether the shape has not too many runs. An edge without length is a run of its own that {@link EdgePairs} sees beside its neighbours. */
    boolean fill(Steps steps) {
        runs = 0;
        for (int r = 0; r < steps.rings; r++) {
            int last = steps.starts[r + 1] - 1;
            for (int edge = steps.starts[r]; edge < last; runs++) {
                if (runs == MOST) return false;
                first[runs] = edge;
                edge = endOfRun(steps.xy, edge, last);
                end[runs] = edge;
                box(steps.xy, runs);
            }
        }
        return true;
    }

    private int endOfRun(int[] xy, int from, int last) {
        int eastward = Integer.signum(xy[2 * from + 2] - xy[2 * from]);
        int northward = Integer.signum(xy[2 * from + 3] - xy[2 * from + 1]);
        int edge = from + 1;
        for (; edge < last; edge++) {
            // a way that was left once becomes 0, which no edge goes
            int x = eastward & -sameWay(eastward, xy[2 * edge + 2] - xy[2 * edge]);
            int y = northward & -sameWay(northward, xy[2 * edge + 3] - xy[2 * edge + 1]);
            if ((x | y) == 0) break;
            eastward = x;
            northward = y;
        }
        across[runs] = eastward != 0;
        along[runs] = northward != 0;
        return edge;
    }

    private static int sameWay(int way, int step) {
        return Integer.signum(step) == way ? 1 : 0;
    }

    private void box(int[] xy, int run) {
        int from = 2 * first[run];
        int west = xy[from];
        int south = xy[from + 1];
        int east = west;
        int north = south;
        for (int p = from + 2; p <= 2 * end[run]; p += 2) {
            west = StrictMath.min(west, xy[p]);
            south = StrictMath.min(south, xy[p + 1]);
            east = StrictMath.max(east, xy[p]);
            north = StrictMath.max(north, xy[p + 1]);
        }
        boxes[4 * run] = west;
        boxes[4 * run + 1] = south;
        boxes[4 * run + 2] = east;
        boxes[4 * run + 3] = north;
    }

    /** Gives every two edges of different runs whose boxes meet, until one is not taken; whether all were. */
    boolean meeting(Steps steps, EdgePairs pairs) {
        for (int a = 0; a < runs; a++)
            for (int b = a + 1; b < runs; b++) {
                int west = StrictMath.max(boxes[4 * a], boxes[4 * b]);
                int south = StrictMath.max(boxes[4 * a + 1], boxes[4 * b + 1]);
                int east = StrictMath.min(boxes[4 * a + 2], boxes[4 * b + 2]);
                int north = StrictMath.min(boxes[4 * a + 3], boxes[4 * b + 3]);
                if (west > east | south > north) continue;
                if (some.length < end[a] - first[a]) some = new int[2 * (end[a] - first[a])];
                if (others.length < end[b] - first[b]) others = new int[2 * (end[b] - first[b])];
                boolean follows = end[a] == first[b];
                boolean corner = follows || isSame(steps.xy, end[b], first[a]);
                int n = corner
                        ? fromCorner(steps.xy, a, follows ? end[a] - 1 : first[a], west, south, east, north, some)
                        : inBox(steps.xy, a, west, south, east, north, some);
                int m = corner
                        ? fromCorner(steps.xy, b, follows ? first[b] : end[b] - 1, west, south, east, north, others)
                        : inBox(steps.xy, b, west, south, east, north, others);
                for (int i = 0; i < n; i++)
                    for (int j = 0; j < m; j++) if (!pairs.take(some[i], others[j])) return false;
            }
        return true;
    }

    private static boolean isSame(int[] xy, int point, int other) {
        return xy[2 * point] == xy[2 * other] & xy[2 * point + 1] == xy[2 * other + 1];
    }

    private int inBox(int[] xy, int run, int west, int south, int east, int north, int[] found) {
        int count = 0;
        for (int edge = first[run]; edge < end[run]; edge++) {
            int x = xy[2 * edge];
            int y = xy[2 * edge + 1];
            int toX = xy[2 * edge + 2];
            int toY = xy[2 * edge + 3];
            // written down in any case: whether it counts cannot be foreseen
            found[count] = edge;
            count += StrictMath.max(x, toX) >= west
                            & StrictMath.min(x, toX) <= east
                            & StrictMath.max(y, toY) >= south
                            & StrictMath.min(y, toY) <= north
                    ? 1
                    : 0;
        }
        return count;
    }

    /**
     * As {@link #inBox}, of a run one of whose ends lies in the box, from the edge there on: once a run that goes one way has left the
     * box it does not come back. Most runs that meet are neighbours, and meet in their corner alone.
     */
    private int fromCorner(int[] xy, int run, int from, int west, int south, int east, int north, int[] found) {
        int step = from == first[run] ? 1 : -1;
        int count = 0;
        for (int edge = from; edge >= first[run] && edge < end[run]; edge += step) {
            int x = xy[2 * edge];
            int y = xy[2 * edge + 1];
            int toX = xy[2 * edge + 2];
            int toY = xy[2 * edge + 3];
            boolean beside = StrictMath.max(x, toX) < west | StrictMath.min(x, toX) > east;
            boolean over = StrictMath.max(y, toY) < south | StrictMath.min(y, toY) > north;
            if (beside & across[run] | over & along[run]) break;
            found[count] = edge;
            count += beside | over ? 0 : 1;
        }
        return count;
    }
}
