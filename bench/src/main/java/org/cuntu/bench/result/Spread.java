package org.cuntu.bench.result;

import java.util.Arrays;

/** The least, the middle and the greatest of some rounds' figures. */
public record Spread(double min, double median, double max) {
    /** @throws IllegalArgumentException of nothing */
    public static Spread of(double... values) {
        if (values.length == 0) throw new IllegalArgumentException("a spread of nothing");
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[middle] : 0.5 * (sorted[middle - 1] + sorted[middle]);
        return new Spread(sorted[0], median, sorted[sorted.length - 1]);
    }

    /**
     * The smallest value that at least this share of the values do not exceed (nearest rank).
     *
     * @param share 0.5 for the middle, 0.99 for the 99th of a hundred
     */
    public static double percentile(double[] values, double share) {
        if (values.length == 0) throw new IllegalArgumentException("a percentile of nothing");
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int rank = (int) StrictMath.ceil(share * sorted.length - 1e-9);
        return sorted[StrictMath.max(1, rank) - 1];
    }
}
