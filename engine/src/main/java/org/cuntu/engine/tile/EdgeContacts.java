package org.cuntu.engine.tile;

import java.util.Arrays;

/**
 * Finds the edges of some rings that meet: have a point in common that is not the corner between them. Coordinates lie within
 * the buffered tile, so every product fits into an int and every decision is exact. For one thread.
 */
final class EdgeContacts {
    /** Takes two edges that meet; returns whether to go on. */
    interface Taker {
        boolean take(int edge, int other);
    }

    private EdgeMasks[] blocks = {new EdgeMasks()};
    private int[] x = {};
    private int[] y = {};

    /** Gives each two edges that meet once, until the taker has enough; whether it never had. */
    boolean each(Rings rings, Taker taker) {
        x = rings.x;
        y = rings.y;
        take(rings);
        for (int ring = 0; ring < rings.count(); ring++) {
            int start = rings.start(ring);
            int last = rings.last(ring);
            for (int from = start; from < last; ) {
                int block = from / EdgeMasks.SIZE;
                int to = StrictMath.min(last, (block + 1) * EdgeMasks.SIZE);
                for (int earlier = 0; earlier < block; earlier++)
                    if (blocks[earlier].meets(blocks[block]) && !across(earlier, from, to, start, last, taker))
                        return false;
                if (!within(block, from, to, start, last, taker)) return false;
                from = to;
            }
        }
        return true;
    }

    private void take(Rings rings) {
        int edges = rings.size() - 1;
        int count = (edges + EdgeMasks.SIZE - 1) / EdgeMasks.SIZE;
        int had = blocks.length;
        if (count > had) {
            blocks = Arrays.copyOf(blocks, 2 * count);
            for (int i = had; i < blocks.length; i++) blocks[i] = new EdgeMasks();
        }
        for (int block = 0; block < count; block++)
            blocks[block].take(x, y, block * EdgeMasks.SIZE, StrictMath.min(edges, (block + 1) * EdgeMasks.SIZE));
        for (int ring = 0; ring + 1 < rings.count(); ring++)
            blocks[rings.last(ring) / EdgeMasks.SIZE].drop(rings.last(ring) % EdgeMasks.SIZE);
    }

    /** Edges of a ring against those before them in the same block. */
    private boolean within(int block, int from, int to, int start, int last, Taker taker) {
        EdgeMasks masks = blocks[block];
        int base = block * EdgeMasks.SIZE;
        for (int e = from; e < to; e++) {
            int left = StrictMath.min(x[e], x[e + 1]);
            int right = StrictMath.max(x[e], x[e + 1]);
            int top = StrictMath.min(y[e], y[e + 1]);
            int bottom = StrictMath.max(y[e], y[e + 1]);
            // those before it but for the last, which shares a corner
            long before = (1L << e - base) - 1;
            long near = masks.near(left, top, right, bottom) & before >>> 1;
            if (near != 0 && !look(near, base, e, start, last, taker)) return false;
        }
        return true;
    }

    /** Edges of a ring against those of an earlier block. */
    private boolean across(int earlier, int from, int to, int start, int last, Taker taker) {
        EdgeMasks masks = blocks[earlier];
        int base = earlier * EdgeMasks.SIZE;
        for (int e = from; e < to; e++) {
            int left = StrictMath.min(x[e], x[e + 1]);
            int right = StrictMath.max(x[e], x[e + 1]);
            int top = StrictMath.min(y[e], y[e + 1]);
            int bottom = StrictMath.max(y[e], y[e + 1]);
            if (!masks.meets(left, top, right, bottom)) continue;
            long near = masks.nearPart(left, top, right, bottom);
            if (near != 0 && !look(near, base, e, start, last, taker)) return false;
        }
        return true;
    }

    private boolean look(long near, int base, int e, int start, int last, Taker taker) {
        for (long rest = near; rest != 0; rest &= rest - 1) {
            int f = base + Long.numberOfTrailingZeros(rest);
            if (f == e - 1 && e > start || f == start && e == last - 1) continue;
            if (meet(e, f) && !taker.take(e, f)) return false;
        }
        return true;
    }

    private boolean meet(int e, int f) {
        if (StrictMath.max(x[e], x[e + 1]) < StrictMath.min(x[f], x[f + 1])
                || StrictMath.min(x[e], x[e + 1]) > StrictMath.max(x[f], x[f + 1])
                || StrictMath.max(y[e], y[e + 1]) < StrictMath.min(y[f], y[f + 1])
                || StrictMath.min(y[e], y[e + 1]) > StrictMath.max(y[f], y[f + 1])) return false;
        return !apart(e, f) && !apart(f, e);
    }

    /** Whether both ends of f lie on the same side of e's line and none on it. */
    private boolean apart(int e, int f) {
        int width = x[e + 1] - x[e];
        int height = y[e + 1] - y[e];
        int a = width * (y[f] - y[e]) - height * (x[f] - x[e]);
        int b = width * (y[f + 1] - y[e]) - height * (x[f + 1] - x[e]);
        return a > 0 && b > 0 || a < 0 && b < 0;
    }
}
