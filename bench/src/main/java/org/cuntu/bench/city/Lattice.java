package org.cuntu.bench.city;

/**
 * A grid of cells with moved corners and crooked sides that fills an extent without gap or overlap.
 *
 * <p>A corner moves by at most 0.16 of a cell, so two sides that share one meet at 39° at least. A side is a graph over
 * its chord, within 0.25 of the distance along the chord to its nearer end: two such sides at 28° or more do not meet
 * again. Each side is made from its own place, so both neighbours see the same bits.
 *
 * @param columns cells from west to east
 * @param rows cells from south to north
 * @param points the mean number of points of a side; sides differ as they do in a survey, most short and few very long
 */
record Lattice(long seed, Extent extent, int columns, int rows, double points) {
    private static final double JITTER = 0.16;
    private static final double SLOPE = 0.25;
    private static final int LONGEST = 12;

    /** A directed side: horizontal or vertical, from the corner (column, row), with or against its direction. */
    record Side(boolean horizontal, int column, int row, boolean forward) {
        Side reversed() {
            return new Side(horizontal, column, row, !forward);
        }

        /** The corner it starts from, as one number. */
        long start() {
            return forward ? corner(column, row) : far();
        }

        long end() {
            return forward ? far() : corner(column, row);
        }

        private long far() {
            return horizontal ? corner(column + 1, row) : corner(column, row + 1);
        }

        private static long corner(int column, int row) {
            return (long) row << 32 | column;
        }
    }

    /** A cell's sides, counter-clockwise. */
    static Side[] sides(int column, int row) {
        return new Side[] {
            new Side(true, column, row, true),
            new Side(false, column + 1, row, true),
            new Side(true, column, row + 1, false),
            new Side(false, column, row, false)
        };
    }

    /** How many points a side adds to a ring: its first corner and those between. */
    int count(Side side) {
        double even = Dice.unit(hash(side, -1));
        return 1 + (int) StrictMath.min((points - 1.5) * LONGEST, -StrictMath.log(1 - even) * (points - 0.5));
    }

    /** Writes a side without its last corner to x, y, x, y… from an index on; gives the index after it. */
    int write(Side side, double[] out, int at) {
        int n = count(side);
        double x1 = cornerX(side.column, side.row);
        double y1 = cornerY(side.column, side.row);
        double x2 = side.horizontal ? cornerX(side.column + 1, side.row) : cornerX(side.column, side.row + 1);
        double y2 = side.horizontal ? cornerY(side.column + 1, side.row) : cornerY(side.column, side.row + 1);
        boolean border =
                side.horizontal ? side.row == 0 || side.row == rows : side.column == 0 || side.column == columns;
        for (int i = 0; i < n; i++) {
            int step = side.forward ? i : n - i;
            double along = (double) step / n;
            double off = border ? 0 : SLOPE * StrictMath.min(along, 1 - along) * noise(side, step, n);
            out[at++] = longitude(x1 + (x2 - x1) * along - (y2 - y1) * off);
            out[at++] = latitude(y1 + (y2 - y1) * along + (x2 - x1) * off);
        }
        return at;
    }

    /** A place in cells as degrees. */
    double longitude(double x) {
        return extent.snap(extent.west() + x * ((extent.east() - extent.west()) / columns));
    }

    double latitude(double y) {
        return extent.snap(extent.south() + y * ((extent.north() - extent.south()) / rows));
    }

    /** Between -1 and 1: bends of a fifth of the side, and a finer trembling on them. */
    private double noise(Side side, int step, int n) {
        double place = 5.0 * step / n;
        int knot = (int) place;
        double share = place - knot;
        double bend = (1 - share) * Dice.signed(hash(side, knot)) + share * Dice.signed(hash(side, knot + 1));
        double fine = StrictMath.min(0.3, 4.0 / n);
        return (1 - fine) * bend + fine * Dice.signed(hash(side, 1000 + step));
    }

    private long hash(Side side, int what) {
        long place = ((long) side.column << 32 | side.row) << 1 | (side.horizontal ? 1 : 0);
        return Dice.hash(seed, place, what);
    }

    private double cornerX(int column, int row) {
        if (column == 0 || column == columns) return column;
        return column + JITTER * Dice.signed(Dice.hash(seed ^ 0x58, column, row));
    }

    private double cornerY(int column, int row) {
        if (row == 0 || row == rows) return row;
        return row + JITTER * Dice.signed(Dice.hash(seed ^ 0x59, column, row));
    }
}
