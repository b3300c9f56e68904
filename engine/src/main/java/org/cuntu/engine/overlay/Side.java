package org.cuntu.engine.overlay;

import java.math.BigDecimal;

/**
 * On which side of a line a point lies, exactly for all doubles. A floating filter decides nearly always; then exact
 * differences and products of two doubles each; then BigDecimal. The bound of the filter is Shewchuk's (Adaptive Precision
 * Floating-Point Arithmetic, 1997, ccwerrboundA).
 */
final class Side {
    static final int LEFT = 1;
    static final int ON = 0;
    static final int RIGHT = -1;
    private static final int UNDECIDED = 2;

    private static final double EPSILON = 0x1p-53;
    private static final double FILTER = (3 + 16 * EPSILON) * EPSILON;
    /** Products smaller than this may have lost bits below the smallest double; Shewchuk's bound does not know of that. */
    private static final double VANISHING = 0x1p-900;

    private Side() {}

    /** The side of (px, py), seen along the line from a to b. */
    static int of(double ax, double ay, double bx, double by, double px, double py) {
        double left = (ax - px) * (by - py);
        double right = (ay - py) * (bx - px);
        double determinant = left - right;
        double bound = FILTER * (StrictMath.abs(left) + StrictMath.abs(right)) + VANISHING;
        if (determinant > bound) return LEFT;
        if (-determinant > bound) return RIGHT;
        if ((ax == px || by == py) && (ay == py || bx == px)) return ON;
        return exact(ax, ay, bx, by, px, py);
    }

    /** The doubled area of a, b, p as a rounded value: only for places, never for decisions. */
    static double value(double ax, double ay, double bx, double by, double px, double py) {
        return (ax - px) * (by - py) - (ay - py) * (bx - px);
    }

    private static int exact(double ax, double ay, double bx, double by, double px, double py) {
        if (exactDifference(ax, px) && exactDifference(by, py) && exactDifference(ay, py) && exactDifference(bx, px)) {
            int sign = comparedProducts(ax - px, by - py, ay - py, bx - px);
            if (sign != UNDECIDED) return sign;
        }
        return exactByDecimals(ax, ay, bx, by, px, py);
    }

    /** The sign of a·b − c·d, or UNDECIDED when two doubles each cannot tell. */
    private static int comparedProducts(double a, double b, double c, double d) {
        double first = a * b;
        if (StrictMath.abs(first) < VANISHING && a != 0 && b != 0) return UNDECIDED;
        double firstRest = Math.fma(a, b, -first);
        double second = c * d;
        if (StrictMath.abs(second) < VANISHING && c != 0 && d != 0) return UNDECIDED;
        double secondRest = Math.fma(c, d, -second);
        if (first == second) return firstRest > secondRest ? LEFT : firstRest < secondRest ? RIGHT : ON;
        double difference = first - second;
        double rest = 1.0000001 * (StrictMath.abs(firstRest) + StrictMath.abs(secondRest));
        if (StrictMath.abs(difference) > rest) return difference > 0 ? LEFT : RIGHT;
        return UNDECIDED;
    }

    private static boolean exactDifference(double a, double b) {
        double difference = a - b;
        double part = a - difference;
        return (a - (difference + part)) + (part - b) == 0;
    }

    private static int exactByDecimals(double ax, double ay, double bx, double by, double px, double py) {
        BigDecimal x = new BigDecimal(px);
        BigDecimal y = new BigDecimal(py);
        BigDecimal left = new BigDecimal(ax).subtract(x).multiply(new BigDecimal(by).subtract(y));
        BigDecimal right = new BigDecimal(ay).subtract(y).multiply(new BigDecimal(bx).subtract(x));
        return left.compareTo(right);
    }
}
