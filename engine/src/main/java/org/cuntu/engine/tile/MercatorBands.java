package org.cuntu.engine.tile;

/**
 * Where a latitude lies in Web Mercator, without a logarithm: the earth is cut into bands of a thirty-second of a degree, and
 * within each the projection is its Taylor polynomial of the fourth degree round the band's middle.
 *
 * <p>The polynomial follows the projection closer than a double can tell (to 1e-15 of the world's width at 80°). What matters
 * more: it belongs to the latitude and not to the tile, so one vertex has one place in all tiles and for all features.
 */
final class MercatorBands {
    private static final int PER_DEGREE = 32;
    private static final int TERMS = 5;
    private static final int BANDS = 180 * PER_DEGREE;
    private static final double[] COEFFICIENTS = coefficients();

    private MercatorBands() {}

    /** The way down from the top edge of the world to a latitude, as a share of its width; finite at the poles. */
    static double downFromTop(double latitude) {
        int band = bandOf(latitude);
        double off = latitude - middle(band);
        double[] c = COEFFICIENTS;
        int at = band * TERMS;
        return c[at] + off * (c[at + 1] + off * (c[at + 2] + off * (c[at + 3] + off * c[at + 4])));
    }

    /** The same of many latitudes between two, to the bit; their bands are looked up once when they are one. */
    static void downFromTop(double[] latitudes, int count, double south, double north, double[] down) {
        int band = bandOf(south);
        if (band != bandOf(north)) {
            for (int i = 0; i < count; i++) down[i] = downFromTop(latitudes[i]);
            return;
        }
        double middle = middle(band);
        int at = band * TERMS;
        double c0 = COEFFICIENTS[at];
        double c1 = COEFFICIENTS[at + 1];
        double c2 = COEFFICIENTS[at + 2];
        double c3 = COEFFICIENTS[at + 3];
        double c4 = COEFFICIENTS[at + 4];
        for (int i = 0; i < count; i++) {
            double off = latitudes[i] - middle;
            down[i] = c0 + off * (c1 + off * (c2 + off * (c3 + off * c4)));
        }
    }

    private static int bandOf(double latitude) {
        return StrictMath.clamp((int) ((latitude + 90) * PER_DEGREE), 0, BANDS - 1);
    }

    private static double middle(int band) {
        return (band + 0.5) / PER_DEGREE - 90;
    }

    /**
     * The derivatives of y = artanh(sin φ) are sec φ, sec φ tan φ, sec φ (2 sec² φ − 1) and sec φ tan φ (6 sec² φ − 1); the way down
     * is ½ − y / 2π.
     */
    private static double[] coefficients() {
        double[] c = new double[BANDS * TERMS];
        double degree = StrictMath.toRadians(1);
        for (int band = 0; band < BANDS; band++) {
            double phi = StrictMath.toRadians(middle(band));
            double sine = StrictMath.sin(phi);
            double secant = 1 / StrictMath.cos(phi);
            double tangent = sine * secant;
            double unit = -1 / (2 * StrictMath.PI);
            int at = band * TERMS;
            c[at] = 0.5 + unit * 0.5 * StrictMath.log((1 + sine) / (1 - sine));
            c[at + 1] = unit * degree * secant;
            c[at + 2] = unit * degree * degree / 2 * secant * tangent;
            c[at + 3] = unit * degree * degree * degree / 6 * secant * (2 * secant * secant - 1);
            c[at + 4] = unit * degree * degree * degree * degree / 24 * secant * tangent * (6 * secant * secant - 1);
        }
        return c;
    }
}
