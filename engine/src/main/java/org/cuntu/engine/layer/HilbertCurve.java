package org.cuntu.engine.layer;

/** The position of a point on a Hilbert curve of order 31: points near each other on the map are near in the file. */
final class HilbertCurve {
    private static final int ORDER = 31;

    private HilbertCurve() {}

    /** The position of a point in a box; 62 bits. A box without width or height counts as one cell across. */
    static long position(double x, double y, double[] box) {
        return position(cell(x, box[0], box[2]), cell(y, box[1], box[3]));
    }

    private static long cell(double value, double low, double high) {
        if (!(high > low)) return 0;
        long cells = 1L << ORDER;
        return StrictMath.max(0, StrictMath.min(cells - 1, (long) ((value - low) / (high - low) * cells)));
    }

    private static long position(long x, long y) {
        long d = 0;
        int turn = 0;
        for (int bit = ORDER - 1; bit >= 0; bit--) {
            int step = STEPS[turn << 2 | (int) (x >>> bit & 1) << 1 | (int) (y >>> bit & 1)];
            d = d << 2 | step & 3;
            turn = step >> 2;
        }
        return d;
    }

    /**
     * For each way in which a quarter's curve may be turned and each of its own quarters: the quarter's number along the curve and,
     * above it, how the curve is turned there. Turned ways: as it is, axes swapped, both turned round, both.
     */
    private static final byte[] STEPS = new byte[16];

    static {
        for (int turn = 0; turn < 4; turn++)
            for (int quarter = 0; quarter < 4; quarter++) {
                int x = quarter >> 1;
                int y = quarter & 1;
                if ((turn & 2) != 0) {
                    x ^= 1;
                    y ^= 1;
                }
                if ((turn & 1) != 0) {
                    int swap = x;
                    x = y;
                    y = swap;
                }
                int number = x == 1 ? (y == 1 ? 2 : 3) : (y == 1 ? 1 : 0);
                int next = y == 1 ? turn : x == 1 ? turn ^ 3 : turn ^ 1;
                STEPS[turn << 2 | quarter] = (byte) (next << 2 | number);
            }
    }
}
