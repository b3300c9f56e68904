package org.cuntu.engine.layer;

/**
 * Running integral and running length at a chunk's start in sixteen bytes: the integral as its double, then in one long the rest of it
 * in 2⁻¹⁵ of that double's last place (upper 16 bits) and the length in 2⁻²⁴ m (lower 48 bits). The rest loses less than 2⁻¹⁶ of a last
 * place, 8e-12 m² in a multipolygon as large as a county; the length 3e-8 m.
 */
final class RunningSum {
    /** Metres; what a ring's length must stay below. */
    static final double LONGEST = 0x1p24;

    private static final double LENGTH_UNIT = 0x1p-24;
    private static final double REST_UNIT = 0x1p-15;
    private static final long LENGTH_BITS = 0xFFFF_FFFF_FFFFL;

    private RunningSum() {}

    /** The double nearest to a sum. */
    static double nearest(CompensatedSum sum) {
        return sum.high() + sum.low();
    }

    /** What a sum has beyond {@link #nearest}: at most half its last place. */
    static double rest(CompensatedSum sum) {
        double nearest = nearest(sum);
        double part = nearest - sum.high();
        return (sum.high() - (nearest - part)) + (sum.low() - part);
    }

    /** What the long holds. */
    static long pack(CompensatedSum sum, double length) {
        long steps = StrictMath.round(rest(sum) / (StrictMath.ulp(nearest(sum)) * REST_UNIT));
        long metres = StrictMath.round(StrictMath.min(length, LONGEST) / LENGTH_UNIT);
        return steps << 48 | StrictMath.min(metres, LENGTH_BITS);
    }

    /** What to add to the nearest double. */
    static double low(double nearest, long packed) {
        return (packed >> 48) * (StrictMath.ulp(nearest) * REST_UNIT);
    }

    /** Metres. */
    static double length(long packed) {
        return (packed & LENGTH_BITS) * LENGTH_UNIT;
    }
}
