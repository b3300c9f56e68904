package org.cuntu.engine.tile;

import java.util.Arrays;

/**
 * Sixty-four edges in a picture of {@value #CELLS} columns and rows, a word with one bit an edge for each: which edges begin
 * in or west of a column, which end in or east of it, and the same for rows.
 *
 * <pre>
 *   begin west of column 5    0011 1011 ...     Whose box may meet a given one: begins not east of its eastern end,
 *   end east of column 3      1110 0111 ...     ends not west of its western; so from north to south. Three ANDs
 *   both                      0010 0011 ...     answer for all 64, whatever their length, without a branch.
 * </pre>
 *
 * What is left is so little that each is looked at exactly. For one thread.
 */
final class EdgeMasks {
    /** Edges in a block. */
    static final int SIZE = 64;

    private static final int CELLS = 32;
    private static final int CELL_BITS = 5;

    private final long[] beginWest = new long[CELLS];
    private final long[] endEast = new long[CELLS];
    private final long[] beginNorth = new long[CELLS];
    private final long[] endSouth = new long[CELLS];
    private int west;
    private int north;
    private int east;
    private int south;
    private int columnShift;
    private int rowShift;
    private long edges;

    /** Takes the edges from each of these points to the next, {@value #SIZE} at most. */
    void take(int[] x, int[] y, int from, int last) {
        west = x[from];
        east = x[from];
        north = y[from];
        south = y[from];
        for (int i = from + 1; i <= last; i++) {
            west = StrictMath.min(west, x[i]);
            east = StrictMath.max(east, x[i]);
            north = StrictMath.min(north, y[i]);
            south = StrictMath.max(south, y[i]);
        }
        columnShift = shift(east - west);
        rowShift = shift(south - north);
        edges = -1;
        Arrays.fill(beginWest, 0);
        Arrays.fill(endEast, 0);
        Arrays.fill(beginNorth, 0);
        Arrays.fill(endSouth, 0);
        for (int i = from; i < last; i++) {
            long bit = 1L << i;
            beginWest[StrictMath.min(x[i], x[i + 1]) - west >> columnShift] |= bit;
            endEast[StrictMath.max(x[i], x[i + 1]) - west >> columnShift] |= bit;
            beginNorth[StrictMath.min(y[i], y[i + 1]) - north >> rowShift] |= bit;
            endSouth[StrictMath.max(y[i], y[i + 1]) - north >> rowShift] |= bit;
        }
        for (int i = 1; i < CELLS; i++) {
            beginWest[i] |= beginWest[i - 1];
            beginNorth[i] |= beginNorth[i - 1];
            endEast[CELLS - 1 - i] |= endEast[CELLS - i];
            endSouth[CELLS - 1 - i] |= endSouth[CELLS - i];
        }
    }

    /** So that a place within the width falls into one of the cells. */
    private static int shift(int width) {
        return StrictMath.max(0, 32 - Integer.numberOfLeadingZeros(width) - CELL_BITS);
    }

    /** Drops what is no edge but the way from one ring to the next. */
    void drop(int edge) {
        edges &= ~(1L << edge);
    }

    boolean meets(int left, int top, int right, int bottom) {
        return left <= east & right >= west & top <= south & bottom >= north;
    }

    boolean meets(EdgeMasks other) {
        return meets(other.west, other.north, other.east, other.south);
    }

    /** The edges whose boxes may meet a box that lies in the picture; the bit of edge e is {@code 1L << e}. */
    long near(int left, int top, int right, int bottom) {
        return edges
                & beginWest[right - west >> columnShift]
                & endEast[left - west >> columnShift]
                & beginNorth[bottom - north >> rowShift]
                & endSouth[top - north >> rowShift];
    }

    /** The edges whose boxes may meet a box that reaches into the picture. */
    long nearPart(int left, int top, int right, int bottom) {
        return near(
                StrictMath.max(left, west),
                StrictMath.max(top, north),
                StrictMath.min(right, east),
                StrictMath.min(bottom, south));
    }
}
