package org.cuntu.engine.measure;

/** The CGCS2000 ellipsoid (GB 22021) and the series of 国土调查办发〔2008〕32号 for areas on it. */
public final class Ellipsoid {
    /** Semi-major axis, metres. */
    public static final double A = 6378137.0;

    public static final double INVERSE_FLATTENING = 298.257222101;
    /** Semi-minor axis, metres. */
    public static final double B = A - A / INVERSE_FLATTENING;
    /** First eccentricity squared. */
    public static final double E2 = (2 - 1 / INVERSE_FLATTENING) / INVERSE_FLATTENING;
    /** Second eccentricity squared. */
    public static final double EP2 = E2 / (1 - E2);
    /** Polar radius of curvature, metres. */
    public static final double C = A * A / B;

    private static final double E4 = E2 * E2;
    private static final double E6 = E4 * E2;
    private static final double E8 = E4 * E4;

    /**
     * The coefficients A…E of the series: the area between the equator and latitude φ, per radian of longitude, is
     * {@code b² (A sin φ − B sin 3φ + C sin 5φ − D sin 7φ + E sin 9φ)}.
     */
    static final double[] SERIES = {
        1 + 3.0 / 6 * E2 + 30.0 / 80 * E4 + 35.0 / 112 * E6 + 630.0 / 2304 * E8,
        -(1.0 / 6 * E2 + 15.0 / 80 * E4 + 21.0 / 112 * E6 + 420.0 / 2304 * E8),
        3.0 / 80 * E4 + 7.0 / 112 * E6 + 180.0 / 2304 * E8,
        -(1.0 / 112 * E6 + 45.0 / 2304 * E8),
        5.0 / 2304 * E8
    };

    private Ellipsoid() {}
}
