package org.cuntu.engine.tile;

import java.util.Arrays;

/**
 * Rings in whole tile units, in flat arrays that serve one feature after another: each exterior followed by its holes. A ring
 * is closed, its last point repeats its first, so edge e runs from point e to point e + 1; between two rings stands no edge.
 * Rings are cleaned as they come: no repeated point, no point on the line of its neighbours, no spike; what has fewer than
 * three corners then is left out. Integer arithmetic throughout, so neighbours get the same result for a common edge. For one thread.
 */
final class Rings {
    int[] x = new int[256];
    int[] y = new int[256];
    private int[] ends = new int[16];
    private boolean[] shells = new boolean[16];
    private long[] areas = new long[16];
    private int size;
    private int count;

    void clear() {
        size = 0;
        count = 0;
    }

    /**
     * Adds a ring, its points from the first on backwards, so turned round; whether anything is left of it. Coordinates lie within the
     * buffered tile.
     */
    boolean addTurned(int[] xs, int[] ys, int points, boolean shell) {
        int start = size;
        room(points + 1);
        int end = clean(xs, ys, points, start);
        int first = start;
        while (end - first >= 3) {
            if (isStraight(end - 2, end - 1, first)) end--;
            else if (isStraight(end - 1, first, first + 1)) first++;
            else break;
        }
        if (end - first < 3) return false;
        if (first > start) {
            System.arraycopy(x, first, x, start, end - first);
            System.arraycopy(y, first, y, start, end - first);
            end -= first - start;
        }
        x[end] = x[start];
        y[end++] = y[start];
        size = end;
        if (count == ends.length) growRings();
        ends[count] = size;
        shells[count] = shell;
        areas[count++] = measured(start, size);
        return true;
    }

    /**
     * Copies points backwards, but for those that are repeated or on the line of their neighbours; gives the end of what is kept. A point
     * takes the place of the last one when both lie on one line with that before. Whether they do cannot be foreseen, and a wrong
     * guess of the processor costs more than the rest: so all is reckoned with a mask, which is 0 for a straight line, else −1.
     */
    private int clean(int[] xs, int[] ys, int points, int start) {
        if (points == 0) return start;
        int ax = xs[0];
        int ay = ys[0];
        x[start] = ax;
        y[start] = ay;
        int from = points - 1;
        while (from > 0 && xs[from] == ax && ys[from] == ay) from--;
        if (from == 0) return start + 1;
        int bx = xs[from];
        int by = ys[from];
        int last = start + 1;
        x[last] = bx;
        y[last] = by;
        for (int i = from - 1; i >= 0; i--) {
            int px = xs[i];
            int py = ys[i];
            int turn = (bx - ax) * (py - ay) - (by - ay) * (px - ax);
            int mask = (turn | -turn) >> 31;
            last -= mask;
            ax ^= (ax ^ bx) & mask;
            ay ^= (ay ^ by) & mask;
            bx = px;
            by = py;
            x[last] = px;
            y[last] = py;
            if (px != ax || py != ay) continue;
            // a spike, and back at its foot
            if (--last == start) {
                i--;
                while (i >= 0 && xs[i] == ax && ys[i] == ay) i--;
                if (i < 0) return last + 1;
                bx = xs[i];
                by = ys[i];
                last++;
                x[last] = bx;
                y[last] = by;
            } else {
                ax = x[last - 1];
                ay = y[last - 1];
                bx = x[last];
                by = y[last];
            }
        }
        return last + 1;
    }

    /** The number of rings. */
    int count() {
        return count;
    }

    /** The number of points, the closing ones included. */
    int size() {
        return size;
    }

    /** The ring's first point. */
    int start(int ring) {
        return ring == 0 ? 0 : ends[ring - 1];
    }

    /** The ring's closing point. */
    int last(int ring) {
        return ends[ring] - 1;
    }

    boolean isShell(int ring) {
        return shells[ring];
    }

    /** Twice the ring's area; positive when it runs clockwise on the screen, as an exterior must. */
    long doubledArea(int ring) {
        return areas[ring];
    }

    /** Twice the area of all rings together. */
    long doubledArea() {
        long sum = 0;
        for (int ring = 0; ring < count; ring++) sum += areas[ring];
        return sum;
    }

    private long measured(int from, int to) {
        long sum = 0;
        for (int i = from; i + 1 < to; i++) sum += x[i] * y[i + 1] - x[i + 1] * y[i];
        return sum;
    }

    private boolean isStraight(int a, int b, int c) {
        return (x[b] - x[a]) * (y[c] - y[a]) == (y[b] - y[a]) * (x[c] - x[a]);
    }

    private void room(int more) {
        if (size + more <= x.length) return;
        x = Arrays.copyOf(x, 2 * (size + more));
        y = Arrays.copyOf(y, 2 * (size + more));
    }

    private void growRings() {
        ends = Arrays.copyOf(ends, 2 * count);
        shells = Arrays.copyOf(shells, 2 * count);
        areas = Arrays.copyOf(areas, 2 * count);
    }
}
