package org.cuntu.engine.layer;

/**
 * Boxes over the edges of all rings of a large shape, four under one, so that a search for edges that meet leaves out most pairs. Counted
 * in {@link Steps}; scratch space that is filled again for the next shape. For one thread.
 *
 * <p>Edge i runs from point i to point i + 1. A ring's closing point begins no edge: its box is empty and meets none.
 */
final class EdgeTree {
    private static final int FANOUT = 4;
    private static final int MOST_LEVELS = 16;
    /** No point lies so far from the first one: {@link Steps#fill}. */
    private static final int FAR = 1 << 30;

    /** The boxes of a level: west, south, east, north; level 0 are the edges. */
    private final int[][] boxes = new int[MOST_LEVELS][0];

    private final int[] counts = new int[MOST_LEVELS];
    private int levels;

    void fill(Steps steps) {
        boxEdges(steps);
        for (levels = 1; counts[levels - 1] > FANOUT; levels++) boxOver(levels);
    }

    /** Gives every two edges whose boxes meet, each pair once, until one is not taken; whether all were. */
    boolean meeting(EdgePairs pairs) {
        int top = levels - 1;
        for (int a = 0; a < counts[top]; a++) {
            if (!within(top, a, pairs)) return false;
            for (int b = a + 1; b < counts[top]; b++)
                if (meet(boxes[top], 4 * a, boxes[top], 4 * b) && !across(top, a, b, pairs)) return false;
        }
        return true;
    }

    private void boxEdges(Steps steps) {
        int size = steps.starts[steps.rings];
        int[] box = level(0, size);
        int[] xy = steps.xy;
        // from the first point, so that no difference of two sides overflows
        int fromX = xy[0];
        int fromY = xy[1];
        for (int i = 0; i + 1 < size; i++) {
            int at = 4 * i;
            box[at] = StrictMath.min(xy[2 * i], xy[2 * i + 2]) - fromX;
            box[at + 1] = StrictMath.min(xy[2 * i + 1], xy[2 * i + 3]) - fromY;
            box[at + 2] = StrictMath.max(xy[2 * i], xy[2 * i + 2]) - fromX;
            box[at + 3] = StrictMath.max(xy[2 * i + 1], xy[2 * i + 3]) - fromY;
        }
        for (int r = 1; r <= steps.rings; r++) {
            int at = 4 * (steps.starts[r] - 1);
            box[at] = box[at + 1] = FAR;
            box[at + 2] = box[at + 3] = -FAR;
        }
    }

    private void boxOver(int level) {
        int below = counts[level - 1];
        int[] from = boxes[level - 1];
        int[] box = level(level, (below + FANOUT - 1) / FANOUT);
        for (int node = 0; node < counts[level]; node++) {
            int child = 4 * FANOUT * node;
            int end = 4 * StrictMath.min(FANOUT * (node + 1), below);
            int west = from[child];
            int south = from[child + 1];
            int east = from[child + 2];
            int north = from[child + 3];
            for (child += 4; child < end; child += 4) {
                west = StrictMath.min(west, from[child]);
                south = StrictMath.min(south, from[child + 1]);
                east = StrictMath.max(east, from[child + 2]);
                north = StrictMath.max(north, from[child + 3]);
            }
            int at = 4 * node;
            box[at] = west;
            box[at + 1] = south;
            box[at + 2] = east;
            box[at + 3] = north;
        }
    }

    private int[] level(int level, int count) {
        counts[level] = count;
        if (boxes[level].length < 4 * count) boxes[level] = new int[8 * count];
        return boxes[level];
    }

    private boolean within(int level, int node, EdgePairs pairs) {
        if (level == 0) return true;
        int[] box = boxes[level - 1];
        int end = StrictMath.min(FANOUT * (node + 1), counts[level - 1]);
        for (int a = FANOUT * node; a < end; a++) {
            if (level > 1 && !within(level - 1, a, pairs)) return false;
            for (int b = a + 1; b < end; b++)
                if (meet(box, 4 * a, box, 4 * b) && !across(level - 1, a, b, pairs)) return false;
        }
        return true;
    }

    /** Of two nodes whose boxes meet. */
    private boolean across(int level, int a, int b, EdgePairs pairs) {
        if (level == 0) return pairs.take(a, b);
        int[] box = boxes[level];
        int[] below = boxes[level - 1];
        int endA = StrictMath.min(FANOUT * (a + 1), counts[level - 1]);
        int endB = StrictMath.min(FANOUT * (b + 1), counts[level - 1]);
        for (int i = FANOUT * a; i < endA; i++) {
            if (!meet(below, 4 * i, box, 4 * b)) continue;
            for (int j = FANOUT * b; j < endB; j++)
                if (meet(below, 4 * i, below, 4 * j) && !across(level - 1, i, j, pairs)) return false;
        }
        return true;
    }

    /** All four gaps at once: a guess of the processor for each, half of them wrong, would cost more. No difference overflows. */
    private static boolean meet(int[] one, int a, int[] other, int b) {
        return (other[b + 2] - one[a] | one[a + 2] - other[b] | other[b + 3] - one[a + 1] | one[a + 3] - other[b + 1])
                >= 0;
    }
}
