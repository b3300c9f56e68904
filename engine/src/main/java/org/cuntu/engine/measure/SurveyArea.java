package org.cuntu.engine.measure;

import static java.lang.StrictMath.cos;
import static java.lang.StrictMath.sin;
import static java.lang.StrictMath.tan;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The ellipsoidal area of a ring by 国土调查办发〔2008〕32号: profile R for rings given in a Gauss-Krüger plane, and the plain
 * sum of one trapezoid an edge for rings in longitude and latitude (handbook, area computation 3.2–3.3; contracts 3).
 *
 * <p>Values are signed m², positive counter-clockwise on a north-up map, not rounded to 0.01. Coordinates are x = east (or
 * longitude), y = north (or latitude). Deterministic on every platform.
 */
public final class SurveyArea {
    private static final double K0 = 1.57048761144159e-7;
    private static final double K1 = 5.05250178820567e-3;
    private static final double K2 = 2.98472900956587e-5;
    private static final double K3 = 2.41626669230084e-7;
    private static final double K4 = 2.22241238938534e-9;
    private static final double RHO = 206264.8062471;
    private static final double STEP_METRES = 70;

    private SurveyArea() {}

    /**
     * Profile R: x and y rounded to 4 decimals; each edge of length d gets floor(d / 70) equally spaced points, rounded to 6
     * decimals; every point to latitude and longitude in arc-seconds rounded to 6 decimals; then one trapezoid an edge.
     *
     * @param ring x, y, x, y… in metres, easting without zone prefix (500 km at the central meridian); closed or not
     * @param centralMeridian degrees
     */
    public static double plane(double[] ring, double centralMeridian) {
        return plane(ring, centralMeridian, true);
    }

    /** Profile U: as R without any rounding. For comparison only. */
    public static double planeUnrounded(double[] ring, double centralMeridian) {
        return plane(ring, centralMeridian, false);
    }

    /** One trapezoid an edge, for rings in degrees: longitude, latitude, longitude, latitude… */
    public static double geographic(double[] ring) {
        int n = ring.length / 2;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            int j = (i + 1) % n;
            sum += trapezoid(
                    StrictMath.toRadians(ring[2 * i + 1]),
                    StrictMath.toRadians(ring[2 * i]),
                    StrictMath.toRadians(ring[2 * j + 1]),
                    StrictMath.toRadians(ring[2 * j]),
                    StrictMath.toRadians(ring[0]));
        }
        return sum;
    }

    /** The shoelace area in the plane, m². */
    public static double shoelace(double[] ring) {
        int n = ring.length / 2;
        double sum = 0;
        for (int i = 0; i < n; i++) {
            int j = (i + 1) % n;
            sum += (ring[2 * i] - ring[0]) * (ring[2 * j + 1] - ring[1])
                    - (ring[2 * j] - ring[0]) * (ring[2 * i + 1] - ring[1]);
        }
        return sum / 2;
    }

    private static double plane(double[] ring, double centralMeridian, boolean official) {
        int n = ring.length / 2;
        double[] first = seconds(at(ring, 0, official), centralMeridian, official);
        double l0 = centralMeridian * 3600 / RHO;
        double sum = 0;
        double[] from = first;
        for (int i = 0; i < n; i++) {
            double[] p = at(ring, i, official);
            double[] q = at(ring, (i + 1) % n, official);
            double dx = q[0] - p[0];
            double dy = q[1] - p[1];
            int inner = (int) StrictMath.floor(StrictMath.sqrt(dx * dx + dy * dy) / STEP_METRES);
            for (int k = 1; k <= inner; k++) {
                double t = (double) k / (inner + 1);
                double[] m = {p[0] + dx * t, p[1] + dy * t};
                if (official) m = new double[] {round(m[0], 6), round(m[1], 6)};
                double[] to = seconds(m, centralMeridian, official);
                sum += trapezoid(from[0] / RHO, from[1] / RHO, to[0] / RHO, to[1] / RHO, l0);
                from = to;
            }
            double[] to = i == n - 1 ? first : seconds(q, centralMeridian, official);
            sum += trapezoid(from[0] / RHO, from[1] / RHO, to[0] / RHO, to[1] / RHO, l0);
            from = to;
        }
        return sum;
    }

    private static double[] at(double[] ring, int i, boolean official) {
        double x = ring[2 * i];
        double y = ring[2 * i + 1];
        return official ? new double[] {round(x, 4), round(y, 4)} : new double[] {x, y};
    }

    /** Latitude and longitude of a plane point in arc-seconds, by the published inverse series. */
    private static double[] seconds(double[] xy, double centralMeridian, boolean official) {
        double[] bl = inverse(xy[0] - 500_000, xy[1]);
        double b = bl[0] * RHO;
        double l = bl[1] * RHO + centralMeridian * 3600;
        return official ? new double[] {round(b, 6), round(l, 6)} : new double[] {b, l};
    }

    /**
     * The published inverse Gauss-Krüger series.
     *
     * @param y metres east of the central meridian
     * @param x northing, metres
     * @return latitude and longitude difference from the central meridian, radians
     */
    static double[] inverse(double y, double x) {
        double e = K0 * x;
        double s = sin(e);
        double s2 = s * s;
        double bf = e + cos(e) * s * (K1 - s2 * (K2 - s2 * (K3 - s2 * K4)));
        double cosBf = cos(bf);
        double t = tan(bf);
        double t2 = t * t;
        double eta2 = Ellipsoid.EP2 * cosBf * cosBf;
        double v2 = 1 + eta2;
        double n = Ellipsoid.C / StrictMath.sqrt(v2);
        double q = y / n;
        double q2 = q * q;
        double b = bf
                - v2 * t * q2 / 2
                + (5 + 3 * t2 + eta2 - 9 * eta2 * t2) * v2 * t * q2 * q2 / 24
                - (61 + 90 * t2 + 45 * t2 * t2) * v2 * t * q2 * q2 * q2 / 720;
        double sec = 1 / cosBf;
        double l = sec * q
                - (1 + 2 * t2 + eta2) * sec * q * q2 / 6
                + (5 + 28 * t2 + 24 * t2 * t2 + 6 * eta2 + 8 * eta2 * t2) * sec * q * q2 * q2 / 120;
        return new double[] {b, l};
    }

    /** The signed trapezoid between the edge and the meridian l0; radians, m². */
    private static double trapezoid(double b1, double l1, double b2, double l2, double l0) {
        double dl = (l1 + l2) / 2 - l0;
        double half = (b2 - b1) / 2;
        double bm = (b1 + b2) / 2;
        double sum = 0;
        for (int k = Ellipsoid.SERIES.length - 1; k >= 0; k--) {
            double m = 2 * k + 1;
            sum += Ellipsoid.SERIES[k] * sin(m * half) * cos(m * bm);
        }
        return 2 * Ellipsoid.B * Ellipsoid.B * dl * sum;
    }

    private static double round(double value, int places) {
        return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP).doubleValue();
    }
}
