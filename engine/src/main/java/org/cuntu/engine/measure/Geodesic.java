package org.cuntu.engine.measure;

import static java.lang.StrictMath.abs;
import static java.lang.StrictMath.atan;
import static java.lang.StrictMath.atan2;
import static java.lang.StrictMath.cos;
import static java.lang.StrictMath.sin;
import static java.lang.StrictMath.sqrt;
import static java.lang.StrictMath.tan;
import static java.lang.StrictMath.toRadians;

/**
 * The shortest way between two points on the CGCS2000 ellipsoid (测地线, the inverse problem): Vincenty's iteration (Survey
 * Review XXIII 176, 1975), within half a millimetre for points that are not nearly antipodal. Deterministic on every
 * platform.
 */
public final class Geodesic {
    private static final double F = 1 / Ellipsoid.INVERSE_FLATTENING;
    private static final double ENOUGH = 1e-13;
    private static final int MOST_STEPS = 200;

    private Geodesic() {}

    /**
     * The length between two points in degrees of longitude and latitude.
     *
     * @throws IllegalArgumentException when the points are nearly antipodal, where the iteration does not end
     */
    public static Length between(double lonA, double latA, double lonB, double latB) {
        double u1 = atan((1 - F) * tan(toRadians(latA)));
        double u2 = atan((1 - F) * tan(toRadians(latB)));
        double difference = toRadians(lonB - lonA);
        double lambda = difference;
        for (int step = 0; step < MOST_STEPS; step++) {
            double sinLambda = sin(lambda);
            double cosLambda = cos(lambda);
            double across = cos(u2) * sinLambda;
            double along = cos(u1) * sin(u2) - sin(u1) * cos(u2) * cosLambda;
            double sinSigma = sqrt(across * across + along * along);
            if (sinSigma == 0) return new Length(0);
            double cosSigma = sin(u1) * sin(u2) + cos(u1) * cos(u2) * cosLambda;
            double sigma = atan2(sinSigma, cosSigma);
            double sinAlpha = cos(u1) * cos(u2) * sinLambda / sinSigma;
            double cos2Alpha = 1 - sinAlpha * sinAlpha;
            // along the equator there is no such angle
            double cosMiddle = cos2Alpha == 0 ? 0 : cosSigma - 2 * sin(u1) * sin(u2) / cos2Alpha;
            double c = F / 16 * cos2Alpha * (4 + F * (4 - 3 * cos2Alpha));
            double more = sigma + c * sinSigma * (cosMiddle + c * cosSigma * (2 * cosMiddle * cosMiddle - 1));
            double next = difference + (1 - c) * F * sinAlpha * more;
            if (abs(next - lambda) < ENOUGH) return length(sigma, sinSigma, cosSigma, cos2Alpha, cosMiddle);
            lambda = next;
        }
        throw new IllegalArgumentException("nearly antipodal");
    }

    private static Length length(double sigma, double sinSigma, double cosSigma, double cos2Alpha, double cosMiddle) {
        double u = cos2Alpha * Ellipsoid.EP2;
        double a = 1 + u / 16384 * (4096 + u * (-768 + u * (320 - 175 * u)));
        double b = u / 1024 * (256 + u * (-128 + u * (74 - 47 * u)));
        double square = cosMiddle * cosMiddle;
        double last = b / 6 * cosMiddle * (4 * sinSigma * sinSigma - 3) * (4 * square - 3);
        double correction = b * sinSigma * (cosMiddle + b / 4 * (cosSigma * (2 * square - 1) - last));
        return new Length(Ellipsoid.B * a * (sigma - correction));
    }
}
