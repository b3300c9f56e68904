package org.cuntu.demo;

/**
 * The plane in which the city is invented: metres east and north of 109.4°E 24.3°N on a plain rectangular grid. It is used
 * only to think in; every vertex leaves it as longitude and latitude rounded to 1e-9°.
 */
final class Frame {
    static final double LON0 = 109.4;
    static final double LAT0 = 24.3;
    /** Metres a degree at about 24.9°N. */
    static final double KX = 100_973;

    static final double KY = 110_800;

    private Frame() {}

    static double x(double lon) {
        return (lon - LON0) * KX;
    }

    static double y(double lat) {
        return (lat - LAT0) * KY;
    }

    static double lon(double x) {
        return round(LON0 + x / KX);
    }

    static double lat(double y) {
        return round(LAT0 + y / KY);
    }

    /** To the 1e-9° grid: the double nearest to the decimal with nine places. */
    static double round(double degrees) {
        return Math.rint(degrees * 1e9) / 1e9;
    }

    static double distance(double dx, double dy) {
        return Math.sqrt(dx * dx + dy * dy);
    }
}
