package org.cuntu.engine.tile;

/**
 * Sixty-four edges in a picture of {@value #CELLS} columns and rows: each column and each row holds a word with one bit for each
 * edge whose box it meets.
 *
 * <pre>
 *   columns   0110  0011  0001  ...      An edge can meet a box only if its bit is set in one of the box's
 *   rows      0100  0111  0001  ...      columns and in one of its rows: two ORs and an AND for all 64.
 * </pre>
 *
 * What is left is so little that each is looked at exactly. For one thread.
 */
final class EdgeMasks {
    /** Edges in a block. */
    static final int SIZE = 64;

    private static final int CELLS = 16;
    private static final int CELL_BITS = 4;

    private final long[] columns = new long[CELLS];
    private final long[] rows = new long[CELLS];
    int west;
    int north;
    int east;
    int south;
    private int columnShift;
    private int rowShift;

    /** Forgets its edges; those that follow lie within the box of these points. */
    void begin(int[] x, int[] y, int from, int to) {
        west = x[from];
        east = x[from];
        north = y[from];
        south = y[from];
        for (int i = from + 1; i < to; i++) {
            west = StrictMath.min(west, x[i]);
            east = StrictMath.max(east, x[i]);
            north = StrictMath.min(north, y[i]);
            south = StrictMath.max(south, y[i]);
        }
        columnShift = shift(east - west);
        rowShift = shift(south - north);
        for (int i = 0; i < CELLS; i++) {
            columns[i] = 0;
            rows[i] = 0;
        }
    }

    /** So that a place within the width falls into one of the cells. */
    private static int shift(int width) {
        return StrictMath.max(0, 32 - Integer.numberOfLeadingZeros(width) - CELL_BITS);
    }

    boolean meets(int left, int top, int right, int bottom) {
        return left <= east & right >= west & top <= south & bottom >= north;
    }

    boolean meets(EdgeMasks other) {
        return meets(other.west, other.north, other.east, other.south);
    }

    /** The edges whose boxes may meet a box that reaches into the picture. */
    long near(int left, int top, int right, int bottom) {
        int from = StrictMath.max(left, west) - west >> columnShift;
        int to = StrictMath.min(right, east) - west >> columnShift;
        long inColumns = columns[from] | columns[to];
        while (++from < to) inColumns |= columns[from];
        from = StrictMath.max(top, north) - north >> rowShift;
        to = StrictMath.min(bottom, south) - north >> rowShift;
        long inRows = rows[from] | rows[to];
        while (++from < to) inRows |= rows[from];
        return inColumns & inRows;
    }

    /** Adds an edge by its box; {@code bit} is one bit. */
    void add(long bit, int left, int top, int right, int bottom) {
        int from = left - west >> columnShift;
        int to = right - west >> columnShift;
        columns[to] |= bit;
        for (; from < to; from++) columns[from] |= bit;
        from = top - north >> rowShift;
        to = bottom - north >> rowShift;
        rows[to] |= bit;
        for (; from < to; from++) rows[from] |= bit;
    }
}
