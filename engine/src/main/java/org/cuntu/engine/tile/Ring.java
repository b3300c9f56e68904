package org.cuntu.engine.tile;

import java.util.Arrays;

/**
 * Operations on rings in whole tile units: x, y, x, y… without the closing point. Integer arithmetic throughout, so two
 * features that share an edge get the same result for it, in whichever direction each runs along it.
 */
final class Ring {
    static final int[] NONE = {};
    private static final int LOW = -TileFrame.BUFFER;
    private static final int HIGH = TileFrame.EXTENT + TileFrame.BUFFER;

    private Ring() {}

    /** Each vertex on the nearest multiple of the step. */
    static int[] snapped(int[] ring, int step) {
        if (step == 1) return ring;
        int[] out = new int[ring.length];
        for (int i = 0; i < ring.length; i++) out[i] = StrictMath.floorDiv(ring[i] + step / 2, step) * step;
        return out;
    }

    /** Twice the area; positive when the ring runs clockwise on the screen (y down), as an exterior of MVT must. */
    static long doubledArea(int[] ring) {
        long sum = 0;
        for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2)
            sum += (long) ring[j] * ring[i + 1] - (long) ring[i] * ring[j + 1];
        return sum;
    }

    /** Without repeated points, points on the line of their neighbours, and spikes; empty when nothing is left. */
    static int[] cleaned(int[] ring) {
        int[] out = new int[ring.length];
        int end = 0;
        for (int i = 0; i < ring.length; i += 2) end = push(out, end, ring[i], ring[i + 1]);
        int start = 0;
        while (end - start >= 6) {
            if (straight(out, end - 4, end - 2, start)) end -= 2;
            else if (straight(out, end - 2, start, start + 2)) start += 2;
            else return Arrays.copyOfRange(out, start, end);
        }
        return NONE;
    }

    private static int push(int[] out, int end, int x, int y) {
        out[end] = x;
        out[end + 1] = y;
        int last = end;
        while (last >= 2 && out[last - 2] == x && out[last - 1] == y
                || last >= 4 && straightTo(out, last - 4, last - 2, x, y)) last -= 2;
        out[last] = x;
        out[last + 1] = y;
        return last + 2;
    }

    private static boolean straight(int[] ring, int a, int b, int c) {
        return straightTo(ring, a, b, ring[c], ring[c + 1]);
    }

    private static boolean straightTo(int[] ring, int a, int b, int cx, int cy) {
        long turn =
                (long) (ring[b] - ring[a]) * (cy - ring[a + 1]) - (long) (ring[b + 1] - ring[a + 1]) * (cx - ring[a]);
        return turn == 0;
    }

    /** In the other direction. */
    static int[] reversed(int[] ring) {
        int[] out = new int[ring.length];
        for (int i = 0; i < ring.length; i += 2) {
            out[i] = ring[ring.length - 2 - i];
            out[i + 1] = ring[ring.length - 1 - i];
        }
        return out;
    }

    /** Least x, least y, greatest x, greatest y. */
    static int[] box(int[] ring) {
        int[] box = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE};
        for (int i = 0; i < ring.length; i += 2) {
            box[0] = StrictMath.min(box[0], ring[i]);
            box[1] = StrictMath.min(box[1], ring[i + 1]);
            box[2] = StrictMath.max(box[2], ring[i]);
            box[3] = StrictMath.max(box[3], ring[i + 1]);
        }
        return box;
    }

    /** The part in the buffered tile, by Sutherland and Hodgman (1974); separate parts stay joined along its edge. */
    static int[] clipped(int[] ring) {
        int[] box = box(ring);
        if (box[0] >= HIGH || box[1] >= HIGH || box[2] <= LOW || box[3] <= LOW) return NONE;
        int[] part = ring;
        if (box[0] < LOW) part = clippedAt(part, 0, LOW, 1);
        if (box[1] < LOW) part = clippedAt(part, 1, LOW, 1);
        if (box[2] > HIGH) part = clippedAt(part, 0, HIGH, -1);
        if (box[3] > HIGH) part = clippedAt(part, 1, HIGH, -1);
        return part;
    }

    /** Keeps what is on the side of the limit that {@code sign} points to; axis 0 is x, 1 is y. */
    private static int[] clippedAt(int[] ring, int axis, int limit, int sign) {
        int[] out = new int[ring.length * 2];
        int end = 0;
        for (int i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
            boolean before = sign * (ring[j + axis] - limit) >= 0;
            boolean here = sign * (ring[i + axis] - limit) >= 0;
            if (before != here) {
                out[end + axis] = limit;
                out[end + 1 - axis] = crossing(ring, j, i, axis, limit);
                end += 2;
            }
            if (here) {
                out[end] = ring[i];
                out[end + 1] = ring[i + 1];
                end += 2;
            }
        }
        return Arrays.copyOf(out, end);
    }

    /**
     * Where an edge crosses the limit: the exact point, then the nearest unit, halves up; the same for both
     * directions.
     */
    private static int crossing(int[] ring, int from, int to, int axis, int limit) {
        boolean forward = ring[from + axis] < ring[to + axis];
        int a = forward ? from : to;
        int b = forward ? to : from;
        long run = (long) ring[b + axis] - ring[a + axis];
        long rise = (long) ring[b + 1 - axis] - ring[a + 1 - axis];
        long product = rise * ((long) limit - ring[a + axis]);
        long quotient = StrictMath.floorDiv(product, run);
        long rest = product - quotient * run;
        return (int) (ring[a + 1 - axis] + quotient + (rest >= run - rest ? 1 : 0));
    }
}
