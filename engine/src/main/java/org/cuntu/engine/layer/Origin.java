package org.cuntu.engine.layer;

/**
 * The point from which a snapshot counts its coordinates and its boxes: the middle of the coverage's box, on a whole nanodegree. It is
 * known before the first feature comes.
 *
 * @param x longitude, 1e-9°
 * @param y latitude, 1e-9°
 */
record Origin(long x, long y) {
    static final double NANO = 1e9;
    /** Added and taken off again it leaves the nearest whole number. */
    private static final double ROUNDING = 0x1.8p52;

    static Origin of(double[] coverage) {
        return new Origin(middle(coverage[0], coverage[2]), middle(coverage[1], coverage[3]));
    }

    private static long middle(double low, double high) {
        return StrictMath.floorDiv(StrictMath.round(low * NANO) + StrictMath.round(high * NANO), 2L);
    }

    /** Whole nanodegrees from the origin, when that loses no bit and fits into an int; else {@link Integer#MIN_VALUE}. */
    static int steps(double degrees, long origin) {
        double nano = nano(degrees);
        double steps = nano - origin;
        return nano / NANO == degrees && StrictMath.abs(steps) < 0x1p31 ? (int) steps : Integer.MIN_VALUE;
    }

    /** The nearest whole number of nanodegrees. */
    static double nano(double degrees) {
        return degrees * NANO + ROUNDING - ROUNDING;
    }

    /** Degrees. */
    static double degrees(long origin, int steps) {
        return (origin + steps) / NANO;
    }

    /** The greatest single float that, added to an origin, is not beyond a value. */
    static float below(double value, double origin) {
        float step = (float) (value - origin);
        if (step != 0) {
            // every second one was rounded up: the next float below it without a guess of the processor
            int bits = Float.floatToRawIntBits(step);
            int beyond = origin + step > value ? 1 : 0;
            step = Float.intBitsToFloat(bits - (bits >> 31 | 1) * beyond);
        }
        while (origin + step > value) step = StrictMath.nextDown(step);
        return step;
    }

    static float above(double value, double origin) {
        return -below(-value, -origin);
    }

    double longitude() {
        return x / NANO;
    }

    double latitude() {
        return y / NANO;
    }
}
