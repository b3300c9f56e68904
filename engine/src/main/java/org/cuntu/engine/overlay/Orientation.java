package org.cuntu.engine.overlay;

import java.math.BigDecimal;

/**
 * The side of a point on a line, exact for all finite doubles: a floating filter (J. R. Shewchuk, Adaptive precision
 * floating-point arithmetic and fast robust geometric predicates, 1997) with an exact fallback, and the same with the site
 * shifted by the symbolic vector (ε, ε²), which never gives 0 for a proper edge.
 */
final class Orientation {
    private static final double FILTER = 3.3306690738754716e-16;

    private Orientation() {}

    /** 1 when c lies left of a→b, -1 when right, 0 when on the line. */
    static int of(double ax, double ay, double bx, double by, double cx, double cy) {
        double left = (ax - cx) * (by - cy);
        double right = (ay - cy) * (bx - cx);
        double det = left - right;
        double bound = FILTER * (StrictMath.abs(left) + StrictMath.abs(right));
        if (det > bound) return 1;
        if (det < -bound) return -1;
        return exact(ax, ay, bx, by, cx, cy);
    }

    /** The side of the shifted point c + (ε, ε²) on a→b; 0 only when a = b. */
    static int ofShiftedPoint(double ax, double ay, double bx, double by, double cx, double cy) {
        int side = of(ax, ay, bx, by, cx, cy);
        if (side != 0) return side;
        // d/dε of the determinant: -(by - ay); of ε²: bx - ax
        if (by != ay) return by > ay ? -1 : 1;
        return Double.compare(bx, ax);
    }

    /** The side of c on the shifted line a + (ε, ε²) → b + (ε, ε²); 0 only when a = b. */
    static int ofShiftedLine(double ax, double ay, double bx, double by, double cx, double cy) {
        int side = of(ax, ay, bx, by, cx, cy);
        if (side != 0) return side;
        if (by != ay) return by > ay ? 1 : -1;
        return Double.compare(ax, bx);
    }

    private static int exact(double ax, double ay, double bx, double by, double cx, double cy) {
        BigDecimal x = new BigDecimal(cx);
        BigDecimal y = new BigDecimal(cy);
        BigDecimal left = new BigDecimal(ax).subtract(x).multiply(new BigDecimal(by).subtract(y));
        BigDecimal right = new BigDecimal(ay).subtract(y).multiply(new BigDecimal(bx).subtract(x));
        return left.compareTo(right);
    }
}
