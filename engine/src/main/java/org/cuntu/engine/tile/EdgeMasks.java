package org.cuntu.engine.tile;

import java.util.Arrays;

/**
 * Up to {@value #SIZE} edges in a picture of {@value #CELLS} columns and rows, a word with one bit an edge for each: which edges
 * begin in or west of a column, which end in or east of it, and the same for rows.
 *
 * <pre>
 *   begin west of column 5    0011 1011 ...     Whose box may meet a given one: begins not east of its eastern end,
 *   end east of column 3      1110 0111 ...     ends not west of its western; so from north to south. Three ANDs
 *   both                      0010 0011 ...     answer for all, whatever their length, without a branch.
 * </pre>
 *
 * What is left is so little that each is looked at exactly. For one thread.
 */
final class EdgeMasks {
    /** Edges in a block; they have one point more. */
    static final int SIZE = 63;

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

    /** Takes the edges from each of these points to the next, {@value #SIZE} at most; the first has the lowest bit. */
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
        edges = (1L << last - from) - 1;
        Arrays.fill(beginWest, 0);
        Arrays.fill(beginNorth, 0);
        long bit = 1;
        for (int i = from; i <= last; i++, bit <<= 1) {
            beginWest[x[i] - west >> columnShift] |= bit;
            beginNorth[y[i] - north >> rowShift] |= bit;
        }
        spread(beginWest, endEast);
        spread(beginNorth, endSouth);
    }

    /**
     * From the points in each cell to the edges that begin before its end and those that end behind its beginning: an edge does when
     * either of its points does, and the bit of its second point is the next.
     */
    private static void spread(long[] begin, long[] end) {
        long before = 0;
        for (int i = 0; i < CELLS; i++) {
            long behind = ~before;
            end[i] = behind | behind >>> 1;
            before |= begin[i];
            begin[i] = before | before >>> 1;
        }
    }

    /** So that a place within the width falls into one of the cells. */
    private static int shift(int width) {
        return StrictMath.max(0, 32 - Integer.numberOfLeadingZeros(width) - CELL_BITS);
    }

    /** Drops an edge that is none but the way from one ring to the next. */
    void drop(int place) {
        edges &= ~(1L << place);
    }

    boolean meets(int left, int top, int right, int bottom) {
        return left <= east & right >= west & top <= south & bottom >= north;
    }

    boolean meets(EdgeMasks other) {
        return meets(other.west, other.north, other.east, other.south);
    }

    /** The edges whose boxes may meet a box that lies in the picture. */
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
