package org.cuntu.engine.measure;

/**
 * F of contracts 3: the exact ellipsoidal integral for edges that are straight in longitude and latitude.
 *
 * <p>With Q(φ) the area per radian of longitude between a reference latitude and φ, the area of a ring is −∮ Q dλ,
 * positive when the ring runs counter-clockwise on a north-up map. {@link #edge} is the summand of one edge; splitting an
 * edge changes the sum by rounding alone, and for a closed ring the reference latitude cancels. Running sums that are
 * compared at one point (as the overlay does) must use the same reference.
 *
 * <p>Angles are degrees, values are m² as doubles. Only StrictMath and own polynomials are used, so results are the same on
 * every platform. Valid while |φ − reference| ≤ 5° by the polynomial (truncation below 1e-15 relative), elsewhere by the
 * series itself. Immutable.
 */
public final class FieldIntegral {
    private static final int DEGREE = 13;
    private static final double RADIANS = StrictMath.PI / 180;
    private static final double POLYNOMIAL_RANGE = 5 * RADIANS;
    /** About six kilometres: so near to the reference the rest of the polynomial is below 1e-16 of the value. */
    private static final double NEAR = 0.001;
    /** A little less, so that no rounding leads beyond. */
    private static final double NEAR_DEGREES = 0.057;

    private final double referenceLatitude;
    private final double reference;
    /** Taylor coefficients of Q about the reference, without the constant. */
    private final double[] q = new double[DEGREE + 1];
    /** Taylor coefficients of Q″. */
    private final double[] q2 = new double[DEGREE - 1];

    private FieldIntegral(double referenceLatitude) {
        this.referenceLatitude = referenceLatitude;
        this.reference = referenceLatitude * RADIANS;
        double factorial = 1;
        for (int n = 1; n <= DEGREE; n++) {
            factorial *= n;
            q[n] = derivative(n, reference) / factorial;
        }
        for (int n = 0; n < DEGREE - 1; n++) q2[n] = q[n + 2] * (n + 1) * (n + 2);
    }

    /** The integral with Q counted from this latitude (degrees). */
    public static FieldIntegral from(double referenceLatitude) {
        return new FieldIntegral(referenceLatitude);
    }

    public double referenceLatitude() {
        return referenceLatitude;
    }

    /** The signed summand, m², of the edge from (lon1, lat1) to (lon2, lat2), degrees. */
    public double edge(double lon1, double lat1, double lon2, double lat2) {
        return part(lat1, lon2 - lon1, lat2 - lat1);
    }

    /**
     * The signed summand, m², of an edge or a part of one, given by its first latitude and its differences in longitude and
     * latitude, degrees. The middle is reckoned from the reference: a middle latitude near 24° as a double is 2e-10 m off,
     * which on an edge of 100 m makes 2e-8 m².
     */
    public double part(double latitude, double widthDegrees, double heightDegrees) {
        double middle = (latitude - referenceLatitude + 0.5 * heightDegrees) * RADIANS;
        double half = 0.5 * heightDegrees * RADIANS;
        double width = widthDegrees * RADIANS;
        double mean;
        if (StrictMath.abs(middle) <= POLYNOMIAL_RANGE && StrictMath.abs(half) < 0.01) {
            boolean near = StrictMath.abs(middle) <= NEAR;
            double h2 = half * half;
            double curvature = near ? nearCurvature(middle) : horner(q2, DEGREE - 2, middle);
            // mean of Q over the edge: Q + Q''h²/6 + Q''''h⁴/120; to this order Q'''' = -Q''
            mean = (near ? nearValue(middle) : horner(q, DEGREE, middle)) + curvature * (h2 / 6) * (1 - h2 / 20);
        } else {
            mean = meanBySeries(middle + reference, half) - value(reference);
        }
        return -width * mean;
    }

    /** Whether {@link #nearParts} takes every edge between two latitudes, degrees. */
    public boolean isNear(double south, double north) {
        return south > referenceLatitude - NEAR_DEGREES && north < referenceLatitude + NEAR_DEGREES;
    }

    /**
     * {@link #part} of many edges, each the same to the bit. The steps are loops of their own over plain arrays, so that a compiler has
     * the machine do several edges at once.
     *
     * @param latitudes first latitude of each edge, degrees; all within what {@link #isNear}
     * @param summands are put here, m²
     */
    public void nearParts(double[] latitudes, double[] widths, double[] heights, int edges, double[] summands) {
        double from = referenceLatitude;
        for (int i = 0; i < edges; i++) summands[i] = (latitudes[i] - from + 0.5 * heights[i]) * RADIANS;
        means(summands, heights, edges);
        for (int i = 0; i < edges; i++) summands[i] = -(widths[i] * RADIANS) * summands[i];
    }

    /** Sum over a closed ring given as x, y, x, y…; the last point repeats the first or not, as the caller likes. */
    public double ring(double[] lonLat) {
        double sum = 0;
        int n = lonLat.length / 2;
        for (int i = 0; i < n; i++) {
            int j = (i + 1) % n;
            sum += edge(lonLat[2 * i], lonLat[2 * i + 1], lonLat[2 * j], lonLat[2 * j + 1]);
        }
        return sum;
    }

    /** The mean of Q over each edge, in the place of its middle. */
    private void means(double[] middles, double[] heights, int edges) {
        double a0 = q[0];
        double a1 = q[1];
        double a2 = q[2];
        double a3 = q[3];
        double a4 = q[4];
        double a5 = q[5];
        double a6 = q[6];
        double b0 = q2[0];
        double b1 = q2[1];
        double b2 = q2[2];
        double b3 = q2[3];
        double b4 = q2[4];
        for (int i = 0; i < edges; i++) {
            double x = middles[i];
            double half = 0.5 * heights[i] * RADIANS;
            double h2 = half * half;
            double curvature = (((b4 * x + b3) * x + b2) * x + b1) * x + b0;
            middles[i] = ((((((a6 * x + a5) * x + a4) * x + a3) * x + a2) * x + a1) * x + a0)
                    + curvature * (h2 / 6) * (1 - h2 / 20);
        }
    }

    /** The first terms of {@link #q}, where the rest is nothing; written out, for a loop of so few steps costs as much again. */
    private double nearValue(double x) {
        return (((((q[6] * x + q[5]) * x + q[4]) * x + q[3]) * x + q[2]) * x + q[1]) * x + q[0];
    }

    private double nearCurvature(double x) {
        return (((q2[4] * x + q2[3]) * x + q2[2]) * x + q2[1]) * x + q2[0];
    }

    private static double horner(double[] c, int degree, double x) {
        double r = c[degree];
        for (int i = degree - 1; i >= 0; i--) r = r * x + c[i];
        return r;
    }

    private static double value(double latitude) {
        double sum = 0;
        for (int k = Ellipsoid.SERIES.length - 1; k >= 0; k--)
            sum += Ellipsoid.SERIES[k] * StrictMath.sin((2 * k + 1) * latitude);
        return Ellipsoid.B * Ellipsoid.B * sum;
    }

    private static double derivative(int n, double latitude) {
        double sum = 0;
        for (int k = Ellipsoid.SERIES.length - 1; k >= 0; k--) {
            double m = 2 * k + 1;
            double phase = m * latitude;
            double wave =
                    switch (n % 4) {
                        case 0 -> StrictMath.sin(phase);
                        case 1 -> StrictMath.cos(phase);
                        case 2 -> -StrictMath.sin(phase);
                        default -> -StrictMath.cos(phase);
                    };
            sum += Ellipsoid.SERIES[k] * StrictMath.pow(m, n) * wave;
        }
        return Ellipsoid.B * Ellipsoid.B * sum;
    }

    private static double meanBySeries(double middle, double half) {
        double sum = 0;
        for (int k = Ellipsoid.SERIES.length - 1; k >= 0; k--) {
            double m = 2 * k + 1;
            double h = m * half;
            double sinc = StrictMath.abs(h) < 1e-4 ? 1 - h * h / 6 : StrictMath.sin(h) / h;
            sum += Ellipsoid.SERIES[k] * StrictMath.sin(m * middle) * sinc;
        }
        return Ellipsoid.B * Ellipsoid.B * sum;
    }
}
