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
        for (long s = 1L << (ORDER - 1); s > 0; s >>= 1) {
            boolean right = (x & s) != 0;
            boolean upper = (y & s) != 0;
            d = (d << 2) | (right ? (upper ? 2 : 3) : (upper ? 1 : 0));
            if (!upper) {
                if (right) {
                    x = ~x;
                    y = ~y;
                }
                long swap = x;
                x = y;
                y = swap;
            }
        }
        return d;
    }
}
