package org.cuntu.engine.tile;

import java.util.Arrays;

/**
 * Edges that meet only in their ends, each once, with how often more the rings run along it one way than the other. All run down
 * the screen, or to the east; their order is that of their ends, so it does not depend on where a ring began.
 *
 * @param ends two for each piece, see {@link #end}
 * @param times how often along it, less how often against it; never 0
 */
record Pieces(int[] ends, int[] times) {
    private static final int BITS = 13;
    private static final int MASK = (1 << BITS) - 1;

    /** A place as one number, which grows down the screen, then to the east. */
    static int end(int x, int y) {
        return y - TileFrame.LOW << BITS | x - TileFrame.LOW;
    }

    static int xOf(int end) {
        return (end & MASK) + TileFrame.LOW;
    }

    static int yOf(int end) {
        return (end >> BITS) + TileFrame.LOW;
    }

    /** A directed piece as one number. */
    static long directed(long a, long b) {
        return a < b ? a << 2 * BITS + 1 | b << 1 : b << 2 * BITS + 1 | a << 1 | 1;
    }

    /** Takes directed pieces together. */
    static Pieces of(long[] directed) {
        Arrays.sort(directed);
        int[] ends = new int[2 * directed.length];
        int[] times = new int[directed.length];
        int size = 0;
        for (int from = 0, to; from < directed.length; from = to) {
            int sum = 0;
            for (to = from; to < directed.length && directed[to] >> 1 == directed[from] >> 1; to++)
                sum += (directed[to] & 1) == 0 ? 1 : -1;
            if (sum == 0) continue;
            ends[2 * size] = (int) (directed[from] >> 2 * BITS + 1);
            ends[2 * size + 1] = (int) (directed[from] >> 1) & (1 << 2 * BITS) - 1;
            times[size++] = sum;
        }
        return new Pieces(Arrays.copyOf(ends, 2 * size), Arrays.copyOf(times, size));
    }

    int size() {
        return times.length;
    }

    int fromX(int piece) {
        return xOf(ends[2 * piece]);
    }

    int fromY(int piece) {
        return yOf(ends[2 * piece]);
    }

    int toX(int piece) {
        return xOf(ends[2 * piece + 1]);
    }

    int toY(int piece) {
        return yOf(ends[2 * piece + 1]);
    }
}
