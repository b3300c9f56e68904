package org.cuntu.engine.overlay;

import org.cuntu.engine.layer.LocalMetric;
import org.cuntu.engine.layer.Shapes;
import org.cuntu.engine.measure.FieldIntegral;
import org.jspecify.annotations.Nullable;

/**
 * One chunk of a ring in plain arrays while its edges are met one by one. What the boundary adds from the chunk's start to
 * each of its points is summed when a crossing first asks: most chunks are looked at and never crossed. For one thread.
 */
final class LoadedChunk {
    final double[] x = new double[Shapes.CHUNK + 1];
    final double[] y = new double[Shapes.CHUNK + 1];
    private final double[] west = new double[Shapes.CHUNK];
    private final double[] south = new double[Shapes.CHUNK];
    private final double[] east = new double[Shapes.CHUNK];
    private final double[] north = new double[Shapes.CHUNK];
    private final double[] integral = new double[Shapes.CHUNK + 1];
    private final double[] length = new double[Shapes.CHUNK + 1];
    private int summed;
    private @Nullable FieldIntegral summedBy;
    private int chunk = -1;
    private int start;
    private int edges;
    private double ringStart;

    /** Forgets what is loaded: the next shape's chunks may have the same numbers. */
    void clear() {
        chunk = -1;
    }

    int edges() {
        return edges;
    }

    /** The number of the chunk in its shapes. */
    int chunk() {
        return chunk;
    }

    /** The number in its shapes of the point at which an edge starts. */
    int point(int edge) {
        return start + edge;
    }

    /** Loads a chunk of a ring, unless it is the one that is loaded. */
    void load(Shapes shapes, int ring, int number) {
        if (number == chunk) return;
        int first = shapes.firstPoint(ring);
        start = first + (number - shapes.firstChunk(ring)) * Shapes.CHUNK;
        chunk = number;
        edges = StrictMath.min(Shapes.CHUNK, shapes.firstPoint(ring + 1) - 1 - start);
        shapes.load(start, edges + 1, x, y);
        ringStart = start == first ? x[0] : shapes.x(first);
        summed = 0;
        for (int k = 0; k < edges; k++) {
            west[k] = StrictMath.min(x[k], x[k + 1]);
            south[k] = StrictMath.min(y[k], y[k + 1]);
            east[k] = StrictMath.max(x[k], x[k + 1]);
            north[k] = StrictMath.max(y[k], y[k + 1]);
        }
    }

    /**
     * Whether an edge's box meets another. Without short cuts: which way an edge lies cannot be foreseen, and a wrong guess of
     * the processor costs more than all four comparisons.
     */
    boolean edgeMeets(int edge, double boxWest, double boxSouth, double boxEast, double boxNorth) {
        return west[edge] <= boxEast & east[edge] >= boxWest & south[edge] <= boxNorth & north[edge] >= boxSouth;
    }

    /** The edges whose boxes meet another, a bit each, the first the lowest. */
    int edgesMeeting(double boxWest, double boxSouth, double boxEast, double boxNorth) {
        int meeting = 0;
        for (int k = 0; k < edges; k++) meeting |= edgeMeets(k, boxWest, boxSouth, boxEast, boxNorth) ? 1 << k : 0;
        return meeting;
    }

    double edgeWest(int edge) {
        return west[edge];
    }

    double edgeSouth(int edge) {
        return south[edge];
    }

    double edgeEast(int edge) {
        return east[edge];
    }

    double edgeNorth(int edge) {
        return north[edge];
    }

    /** Degrees of longitude from the ring's first point to the chunk's. */
    double widthSoFar() {
        return x[0] - ringStart;
    }

    /** What the edges of the chunk before this one add to the integral, m². */
    double integralTo(int edge, FieldIntegral field) {
        sumTo(edge, field);
        return integral[edge];
    }

    /** The length of the edges of the chunk before this one, metres; after {@link #integralTo}. */
    double lengthTo(int edge) {
        return length[edge];
    }

    private void sumTo(int edge, FieldIntegral field) {
        if (field != summedBy) {
            summed = 0;
            summedBy = field;
        }
        for (; summed < edge; summed++) {
            int k = summed;
            integral[k + 1] = integral[k] + field.edge(x[k], y[k], x[k + 1], y[k + 1]);
            length[k + 1] = length[k] + LocalMetric.length(y[k], x[k + 1] - x[k], y[k + 1] - y[k]);
        }
    }
}
