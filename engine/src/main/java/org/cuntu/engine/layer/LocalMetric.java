package org.cuntu.engine.layer;

import org.cuntu.engine.measure.Ellipsoid;

/**
 * Metres for a step in degrees: √((N cos B · dL)² + (M · dB)²) with the radii of the CGCS2000 ellipsoid at the nearest
 * hundredth of a degree of latitude. Within 1e-4 of the true length for edges up to a few kilometres; meant for perimeters and
 * for "how far away", never for areas. Thread safe.
 */
public final class LocalMetric {
    private static final double[] LONGITUDE = new double[18_001];
    private static final double[] LATITUDE = new double[18_001];

    static {
        double radian = StrictMath.PI / 180;
        for (int i = 0; i < LONGITUDE.length; i++) {
            double b = (i - 9000) / 100.0 * radian;
            double sin = StrictMath.sin(b);
            double w2 = 1 - Ellipsoid.E2 * sin * sin;
            double n = Ellipsoid.A / StrictMath.sqrt(w2);
            LONGITUDE[i] = n * StrictMath.cos(b) * radian;
            LATITUDE[i] = n * (1 - Ellipsoid.E2) / w2 * radian;
        }
    }

    private LocalMetric() {}

    /** Metres in a degree of longitude at a latitude. */
    public static double metresPerLongitude(double latitude) {
        return LONGITUDE[References.nearest(latitude) + 9000];
    }

    /** Metres in a degree of latitude at a latitude. */
    public static double metresPerLatitude(double latitude) {
        return LATITUDE[References.nearest(latitude) + 9000];
    }

    /** The length, metres, of a step from a latitude; degrees. */
    public static double length(double latitude, double width, double height) {
        int at = References.nearest(latitude + 0.5 * height) + 9000;
        double x = width * LONGITUDE[at];
        double y = height * LATITUDE[at];
        return StrictMath.sqrt(x * x + y * y);
    }

    /** Whether every step between two latitudes is measured at the same hundredth of a degree. */
    static boolean isOne(double south, double north) {
        return References.nearest(south) == References.nearest(north);
    }

    /**
     * The {@link #length}s of steps from latitudes that are measured as those at this one ({@link #isOne}).
     *
     * @param lengths are put here
     */
    static void lengths(double latitude, double[] widths, double[] heights, int steps, double[] lengths) {
        double longitudes = metresPerLongitude(latitude);
        double latitudes = metresPerLatitude(latitude);
        for (int i = 0; i < steps; i++) {
            double x = widths[i] * longitudes;
            double y = heights[i] * latitudes;
            lengths[i] = StrictMath.sqrt(x * x + y * y);
        }
    }
}
