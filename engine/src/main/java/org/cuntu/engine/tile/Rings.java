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
    private int start;

    void clear() {
        size = 0;
        count = 0;
        start = 0;
    }

    /** Begins a ring. */
    void begin() {
        start = size;
    }

    /** Adds a corner to the ring. */
    void add(int px, int py) {
        int last = size;
        while (last > start && x[last - 1] == px && y[last - 1] == py
                || last > start + 1 && isStraight(last - 2, last - 1, px, py)) last--;
        if (last == x.length) grow();
        x[last] = px;
        y[last] = py;
        size = last + 1;
    }

    /** Ends the ring; whether anything is left of it. */
    boolean end(boolean shell) {
        int first = start;
        while (size - first >= 3) {
            if (isStraight(size - 2, size - 1, x[first], y[first])) size--;
            else if (isStraight(size - 1, first, x[first + 1], y[first + 1])) first++;
            else break;
        }
        if (size - first < 3) {
            size = start;
            return false;
        }
        if (first > start) {
            System.arraycopy(x, first, x, start, size - first);
            System.arraycopy(y, first, y, start, size - first);
            size -= first - start;
        }
        if (size == x.length) grow();
        x[size] = x[start];
        y[size++] = y[start];
        if (count == ends.length) growRings();
        ends[count] = size;
        shells[count] = shell;
        areas[count++] = measured(start, size);
        return true;
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
        for (int i = from; i + 1 < to; i++) sum += (long) x[i] * y[i + 1] - (long) x[i + 1] * y[i];
        return sum;
    }

    private boolean isStraight(int a, int b, int px, int py) {
        return (long) (x[b] - x[a]) * (py - y[a]) == (long) (y[b] - y[a]) * (px - x[a]);
    }

    private void grow() {
        x = Arrays.copyOf(x, 2 * x.length);
        y = Arrays.copyOf(y, 2 * y.length);
    }

    private void growRings() {
        ends = Arrays.copyOf(ends, 2 * count);
        shells = Arrays.copyOf(shells, 2 * count);
        areas = Arrays.copyOf(areas, 2 * count);
    }
}
