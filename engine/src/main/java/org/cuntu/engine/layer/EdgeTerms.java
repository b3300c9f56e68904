package org.cuntu.engine.layer;

import org.cuntu.engine.measure.FieldIntegral;

/**
 * Integral and length of each of some edges that follow each other. Near the reference latitude, where nearly all shapes lie whole, they
 * are reckoned in loops over plain arrays, which the machine does four or eight at a time; to the bit as one by one. Scratch space, for
 * one thread.
 */
final class EdgeTerms {
    /** How many edges at a time; whole chunks. */
    static final int MOST = 16 * Shapes.CHUNK;

    /** m². */
    final double[] integrals;
    /** m. */
    final double[] lengths;

    private final double[] latitudes;
    private final double[] widths;
    private final double[] heights;

    /** @param edges how many there can be at a time */
    EdgeTerms(int edges) {
        integrals = new double[edges];
        lengths = new double[edges];
        latitudes = new double[edges];
        widths = new double[edges];
        heights = new double[edges];
    }

    /**
     * @param path longitude, latitude, longitude…
     * @param south no point of the edges lies farther south
     * @param north or farther north
     */
    void fill(double[] path, int first, int count, FieldIntegral field, double south, double north) {
        for (int i = 0, at = 2 * first; i < count; i++, at += 2) {
            latitudes[i] = path[at + 1];
            widths[i] = path[at + 2] - path[at];
            heights[i] = path[at + 3] - path[at + 1];
        }
        if (field.isNear(south, north)) field.nearParts(latitudes, widths, heights, count, integrals);
        else for (int i = 0; i < count; i++) integrals[i] = field.part(latitudes[i], widths[i], heights[i]);
        if (LocalMetric.isOne(south, north)) LocalMetric.lengths(south, widths, heights, count, lengths);
        else for (int i = 0; i < count; i++) lengths[i] = LocalMetric.length(latitudes[i], widths[i], heights[i]);
    }
}
