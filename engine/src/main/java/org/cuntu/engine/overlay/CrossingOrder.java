package org.cuntu.engine.overlay;

import java.math.BigDecimal;

/**
 * Which of two edges is met first by one that crosses both; exactly, and as meant ({@link EdgeCrossing}): where an edge runs through a
 * corner, the edges of that corner are met in one place as drawn, one after the other as meant.
 *
 * <p>An edge from p in direction d meets the line through a in direction e after the share t = (a − p)×e / d×e of its length. When the
 * line is shifted by (ε, ε²) this grows by (ε·e_y − ε²·e_x) / d×e. So t is compared first, then e_y / d×e, then −e_x / d×e; for an edge
 * of the shifted shape among edges that stand, the last two with the other sign. Two edges alike in all three lie on one line: they
 * are two plots' common border.
 */
final class CrossingOrder {
    /** Beside 2⁻⁵³ of rounding: a share of t is made of some ten operations. */
    private static final double FILTER = 0x1p-48;

    private CrossingOrder() {}

    /**
     * Negative when the first edge is met before the second.
     *
     * @param base the edge that meets them
     * @param shifted whether they are of the shape that counts as shifted by (ε, ε²); else the base is
     */
    static int compare(Line base, Line first, Line second, boolean shifted) {
        double t1 = first.from(base) / (first.from(base) - first.to(base));
        double t2 = second.from(base) / (second.from(base) - second.to(base));
        double doubt = FILTER * (1 + first.doubt(base) + second.doubt(base));
        if (t1 - t2 > doubt) return 1;
        if (t2 - t1 > doubt) return -1;
        return exact(base, first, second, shifted);
    }

    private static int exact(Line base, Line first, Line second, boolean shifted) {
        BigDecimal[] d = base.direction();
        BigDecimal[] e1 = first.direction();
        BigDecimal[] e2 = second.direction();
        BigDecimal over1 = cross(base.offset(first), e1);
        BigDecimal over2 = cross(base.offset(second), e2);
        BigDecimal under1 = cross(d, e1);
        BigDecimal under2 = cross(d, e2);
        int bySpace = compare(over1, under1, over2, under2);
        if (bySpace != 0) return bySpace;
        int step = shifted ? 1 : -1;
        int byFirst = step * compare(e1[1], under1, e2[1], under2);
        if (byFirst != 0) return byFirst;
        return -step * compare(e1[0], under1, e2[0], under2);
    }

    private static int compare(BigDecimal over1, BigDecimal under1, BigDecimal over2, BigDecimal under2) {
        int order = over1.multiply(under2).compareTo(over2.multiply(under1));
        return under1.signum() * under2.signum() > 0 ? order : -order;
    }

    private static BigDecimal cross(BigDecimal[] a, BigDecimal[] b) {
        return a[0].multiply(b[1]).subtract(a[1].multiply(b[0]));
    }

    /** An edge from a to b. */
    record Line(double ax, double ay, double bx, double by) {
        private double from(Line base) {
            return Side.value(ax, ay, bx, by, base.ax, base.ay);
        }

        private double to(Line base) {
            return Side.value(ax, ay, bx, by, base.bx, base.by);
        }

        /** How many times its rounding the share of the base may be wrong. */
        private double doubt(Line base) {
            double products = products(base.ax, base.ay) + products(base.bx, base.by);
            return products / StrictMath.abs(from(base) - to(base));
        }

        private double products(double x, double y) {
            return StrictMath.abs((ax - x) * (by - y)) + StrictMath.abs((ay - y) * (bx - x));
        }

        private BigDecimal[] direction() {
            return new BigDecimal[] {difference(bx, ax), difference(by, ay)};
        }

        private BigDecimal[] offset(Line other) {
            return new BigDecimal[] {difference(other.ax, ax), difference(other.ay, ay)};
        }

        private static BigDecimal difference(double a, double b) {
            return new BigDecimal(a).subtract(new BigDecimal(b));
        }
    }
}
