package org.cuntu.engine.layer;

import org.cuntu.engine.measure.Ellipsoid;

/** Lengths on the CGCS2000 ellipsoid by its radii of curvature. Degrees in, metres out; StrictMath only. */
public final class Metric {
    private static final double RADIANS = StrictMath.PI / 180;

    private Metric() {}

    /** The length of a short edge on the ellipsoid, by the radii of curvature at its middle, metres. */
    public static double metres(double lon1, double lat1, double lon2, double lat2) {
        double phi = 0.5 * (lat1 + lat2) * RADIANS;
        double sin = StrictMath.sin(phi);
        double w2 = 1 - Ellipsoid.E2 * sin * sin;
        double n = Ellipsoid.A / StrictMath.sqrt(w2);
        double m = n * (1 - Ellipsoid.E2) / w2;
        double dx = (lon2 - lon1) * RADIANS * n * StrictMath.cos(phi);
        double dy = (lat2 - lat1) * RADIANS * m;
        return StrictMath.sqrt(dx * dx + dy * dy);
    }
}
