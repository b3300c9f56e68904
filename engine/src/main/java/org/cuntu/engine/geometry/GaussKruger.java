package org.cuntu.engine.geometry;

import static java.lang.StrictMath.atan;
import static java.lang.StrictMath.atan2;
import static java.lang.StrictMath.cos;
import static java.lang.StrictMath.cosh;
import static java.lang.StrictMath.hypot;
import static java.lang.StrictMath.sin;
import static java.lang.StrictMath.sinh;
import static java.lang.StrictMath.sqrt;
import static java.lang.StrictMath.tan;

import org.cuntu.engine.measure.Ellipsoid;

/**
 * The transverse Mercator projection of the CGCS2000 ellipsoid by Krüger's series in the third flattening, to the 6th
 * order (L. Krüger 1912; C. F. F. Karney, Transverse Mercator with an accuracy of a few nanometers, 2011, equations 35
 * and 36). Scale 1 on the central meridian. Degrees and metres; x east of the central meridian, y north of the equator.
 */
final class GaussKruger {
    private static final double F = 1 / Ellipsoid.INVERSE_FLATTENING;
    private static final double N = F / (2 - F);
    private static final double E = sqrt(Ellipsoid.E2);
    private static final double RADIUS;
    private static final double[] ALPHA = new double[7];
    private static final double[] BETA = new double[7];

    static {
        double n = N, n2 = n * n, n3 = n2 * n, n4 = n3 * n, n5 = n4 * n, n6 = n5 * n;
        RADIUS = Ellipsoid.A / (1 + n) * (1 + n2 / 4 + n4 / 64 + n6 / 256);
        ALPHA[1] = n / 2 - 2 * n2 / 3 + 5 * n3 / 16 + 41 * n4 / 180 - 127 * n5 / 288 + 7891 * n6 / 37800;
        ALPHA[2] = 13 * n2 / 48 - 3 * n3 / 5 + 557 * n4 / 1440 + 281 * n5 / 630 - 1983433 * n6 / 1935360;
        ALPHA[3] = 61 * n3 / 240 - 103 * n4 / 140 + 15061 * n5 / 26880 + 167603 * n6 / 181440;
        ALPHA[4] = 49561 * n4 / 161280 - 179 * n5 / 168 + 6601661 * n6 / 7257600;
        ALPHA[5] = 34729 * n5 / 80640 - 3418889 * n6 / 1995840;
        ALPHA[6] = 212378941 * n6 / 319334400;
        BETA[1] = n / 2 - 2 * n2 / 3 + 37 * n3 / 96 - n4 / 360 - 81 * n5 / 512 + 96199 * n6 / 604800;
        BETA[2] = n2 / 48 + n3 / 15 - 437 * n4 / 1440 + 46 * n5 / 105 - 1118711 * n6 / 3870720;
        BETA[3] = 17 * n3 / 480 - 37 * n4 / 840 - 209 * n5 / 4480 + 5569 * n6 / 90720;
        BETA[4] = 4397 * n4 / 161280 - 11 * n5 / 504 - 830251 * n6 / 7257600;
        BETA[5] = 4583 * n5 / 161280 - 108847 * n6 / 3991680;
        BETA[6] = 20648693 * n6 / 638668800;
    }

    private GaussKruger() {}

    /** x and y in metres of a point {@code lon} degrees east of the central meridian. */
    static double[] forward(double lon, double lat) {
        double phi = StrictMath.toRadians(lat);
        double lambda = StrictMath.toRadians(lon);
        double tau = tan(phi);
        double tauPrime = conformal(tau);
        double cosLambda = cos(lambda);
        double xiPrime = atan2(tauPrime, cosLambda);
        double etaPrime = asinh(sin(lambda) / hypot(tauPrime, cosLambda));
        double xi = xiPrime;
        double eta = etaPrime;
        for (int j = 6; j >= 1; j--) {
            xi += ALPHA[j] * sin(2 * j * xiPrime) * cosh(2 * j * etaPrime);
            eta += ALPHA[j] * cos(2 * j * xiPrime) * sinh(2 * j * etaPrime);
        }
        return new double[] {RADIUS * eta, RADIUS * xi};
    }

    /** Longitude from the central meridian and latitude, degrees. */
    static double[] inverse(double x, double y) {
        double xi = y / RADIUS;
        double eta = x / RADIUS;
        double xiPrime = xi;
        double etaPrime = eta;
        for (int j = 6; j >= 1; j--) {
            xiPrime -= BETA[j] * sin(2 * j * xi) * cosh(2 * j * eta);
            etaPrime -= BETA[j] * cos(2 * j * xi) * sinh(2 * j * eta);
        }
        double sinhEta = sinh(etaPrime);
        double cosXi = cos(xiPrime);
        double tauPrime = sin(xiPrime) / hypot(sinhEta, cosXi);
        double tau = tauPrime / (1 - Ellipsoid.E2);
        for (int i = 0; i < 6; i++) {
            double at = conformal(tau);
            double step = (tauPrime - at)
                    / sqrt(1 + at * at)
                    * (1 + (1 - Ellipsoid.E2) * tau * tau)
                    / ((1 - Ellipsoid.E2) * sqrt(1 + tau * tau));
            tau += step;
            if (StrictMath.abs(step) < 1e-16 * StrictMath.max(1, StrictMath.abs(tau))) break;
        }
        return new double[] {StrictMath.toDegrees(atan2(sinhEta, cosXi)), StrictMath.toDegrees(atan(tau))};
    }

    private static double conformal(double tau) {
        double sigma = sinh(E * atanh(E * tau / sqrt(1 + tau * tau)));
        return tau * sqrt(1 + sigma * sigma) - sigma * sqrt(1 + tau * tau);
    }

    private static double asinh(double v) {
        double a = StrictMath.abs(v);
        double r = StrictMath.log1p(a + a * a / (1 + sqrt(1 + a * a)));
        return v < 0 ? -r : r;
    }

    private static double atanh(double v) {
        return 0.5 * StrictMath.log1p(2 * v / (1 - v));
    }
}
