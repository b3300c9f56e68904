package org.cuntu.bench.city;

/**
 * The ground of an invented city, degrees, and whether its coordinates lie on the 1e-9° grid.
 *
 * @param onGrid whole nanodegrees, which a snapshot keeps in four bytes; else doubles as they come
 */
public record Extent(double west, double south, double east, double north, boolean onGrid) {
    private static final double MIDDLE_LONGITUDE = 109.41;
    private static final double MIDDLE_LATITUDE = 24.33;
    private static final double METRES_PER_LATITUDE = 110_760;
    private static final double METRES_PER_LONGITUDE = 101_500;

    /** A square of this side about the middle of Liuzhou. */
    static Extent square(double metres, boolean onGrid) {
        double x = metres / 2 / METRES_PER_LONGITUDE;
        double y = metres / 2 / METRES_PER_LATITUDE;
        return new Extent(
                rounded(MIDDLE_LONGITUDE - x),
                rounded(MIDDLE_LATITUDE - y),
                rounded(MIDDLE_LONGITUDE + x),
                rounded(MIDDLE_LATITUDE + y),
                onGrid);
    }

    double snap(double degrees) {
        return onGrid ? rounded(degrees) : degrees;
    }

    /** As one closed ring, counter-clockwise. */
    public double[] ring() {
        return new double[] {west, south, east, south, east, north, west, north, west, south};
    }

    static double rounded(double degrees) {
        return StrictMath.round(degrees * 1e9) / 1e9;
    }

    static double latitudes(double metres) {
        return metres / METRES_PER_LATITUDE;
    }

    static double longitudes(double metres) {
        return metres / METRES_PER_LONGITUDE;
    }
}
