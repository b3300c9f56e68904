package org.cuntu.engine.tile;

import static org.cuntu.engine.tile.TileFrame.HIGH;
import static org.cuntu.engine.tile.TileFrame.LOW;

/**
 * Cuts a ring at the edge of the buffered tile, by Sutherland and Hodgman (1974). Parts that the edge cuts from each other stay
 * joined along it; {@link RingMender} takes them apart. For one thread.
 */
final class BufferClip {
    private int[] x = {};
    private int[] y = {};
    private int[] otherX = {};
    private int[] otherY = {};
    private int size;

    /**
     * Adds what of a ring lies in the buffered tile, turned round about its first point: what runs counter-clockwise on the ground
     * runs clockwise on the screen, as an exterior of MVT must.
     */
    void add(int[] xs, int[] ys, int count, boolean shell, Rings to) {
        int west = Integer.MAX_VALUE;
        int north = Integer.MAX_VALUE;
        int east = Integer.MIN_VALUE;
        int south = Integer.MIN_VALUE;
        for (int i = 0; i < count; i++) {
            west = StrictMath.min(west, xs[i]);
            east = StrictMath.max(east, xs[i]);
            north = StrictMath.min(north, ys[i]);
            south = StrictMath.max(south, ys[i]);
        }
        if (west >= HIGH || north >= HIGH || east <= LOW || south <= LOW) return;
        if (west >= LOW && north >= LOW && east <= HIGH && south <= HIGH) {
            to.addTurned(xs, ys, count, shell);
            return;
        }
        take(xs, ys, count);
        if (west < LOW) cut(LOW, 1);
        if (east > HIGH) cut(HIGH, -1);
        transpose();
        if (north < LOW) cut(LOW, 1);
        if (south > HIGH) cut(HIGH, -1);
        transpose();
        to.addTurned(x, y, size, shell);
    }

    private void take(int[] xs, int[] ys, int count) {
        if (x.length < count) {
            x = new int[2 * count];
            y = new int[2 * count];
        }
        System.arraycopy(xs, 0, x, 0, count);
        System.arraycopy(ys, 0, y, 0, count);
        size = count;
    }

    private void transpose() {
        int[] swap = x;
        x = y;
        y = swap;
        swap = otherX;
        otherX = otherY;
        otherY = swap;
    }

    /** Keeps what is on the side of the limit that {@code sign} points to, along x. */
    private void cut(int limit, int sign) {
        if (otherX.length < 2 * size) {
            otherX = new int[2 * size];
            otherY = new int[2 * size];
        }
        int end = 0;
        for (int i = 0, j = size - 1; i < size; j = i++) {
            boolean before = sign * (x[j] - limit) >= 0;
            boolean here = sign * (x[i] - limit) >= 0;
            if (before != here) {
                otherX[end] = limit;
                otherY[end++] = crossing(j, i, limit);
            }
            if (here) {
                otherX[end] = x[i];
                otherY[end++] = y[i];
            }
        }
        size = end;
        int[] swap = x;
        x = otherX;
        otherX = swap;
        swap = y;
        y = otherY;
        otherY = swap;
    }

    /**
     * Where an edge crosses the limit: the exact point, then the nearest unit, halves up; the same for both
     * directions.
     */
    private int crossing(int from, int to, int limit) {
        boolean forward = x[from] < x[to];
        int a = forward ? from : to;
        int b = forward ? to : from;
        long run = (long) x[b] - x[a];
        long product = ((long) y[b] - y[a]) * ((long) limit - x[a]);
        long quotient = StrictMath.floorDiv(product, run);
        long rest = product - quotient * run;
        return (int) (y[a] + quotient + (rest >= run - rest ? 1 : 0));
    }
}
