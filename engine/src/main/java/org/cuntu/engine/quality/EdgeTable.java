package org.cuntu.engine.quality;

import java.util.Arrays;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.GroupList;
import org.cuntu.engine.layer.Shapes;

/**
 * The edges of one shape, found by their two ends, whichever way they run. Edges without length are left out. Scratch space that is filled
 * again for the next shape. For one thread.
 */
final class EdgeTable {
    private static final int NONE = -1;

    private double[] ends = new double[4 * 128];
    private int[] rings = new int[128];
    private int[] next = new int[128];
    private int[] slots = new int[256];
    private int size;

    /** The number of edges, in the order of the shape. */
    int size() {
        return size;
    }

    /** @param end 0 longitude and 1 latitude of the start, 2 and 3 of the end */
    double end(int edge, int end) {
        return ends[4 * edge + end];
    }

    /** The ring that an edge is of. */
    int ring(int edge) {
        return rings[edge];
    }

    void fill(FlatShape of) {
        Shapes shapes = of.shapes();
        int firstRing = shapes.firstRing(of.shape());
        int endRing = shapes.firstRing(of.shape() + 1);
        reserve(shapes.firstPoint(endRing) - shapes.firstPoint(firstRing));
        size = 0;
        for (int ring = firstRing; ring < endRing; ring++)
            edges(shapes, ring, shapes.firstPoint(ring), shapes.firstPoint(ring + 1) - 1);
        Arrays.fill(slots, NONE);
        for (int edge = size - 1; edge >= 0; edge--) {
            int slot = slot(ends[4 * edge], ends[4 * edge + 1], ends[4 * edge + 2], ends[4 * edge + 3]);
            next[edge] = slots[slot];
            slots[slot] = edge;
        }
    }

    /** Some edges of a shape alone: those of the groups that were found. */
    void fill(Shapes shapes, GroupList groups) {
        reserve(groups.size() * Shapes.GROUP * Shapes.CHUNK);
        size = 0;
        for (int i = 0; i < groups.size(); i++) {
            int ring = groups.ring(i);
            int from =
                    shapes.firstPoint(ring) + (groups.group(i) - shapes.firstGroup(ring)) * Shapes.GROUP * Shapes.CHUNK;
            int to = StrictMath.min(from + Shapes.GROUP * Shapes.CHUNK, shapes.firstPoint(ring + 1) - 1);
            edges(shapes, ring, from, to);
        }
    }

    private void edges(Shapes shapes, int ring, int from, int to) {
        double x = shapes.x(from);
        double y = shapes.y(from);
        for (int point = from + 1; point <= to; point++) {
            double nextX = shapes.x(point);
            double nextY = shapes.y(point);
            if (x != nextX || y != nextY) {
                int at = 4 * size;
                ends[at] = x;
                ends[at + 1] = y;
                ends[at + 2] = nextX;
                ends[at + 3] = nextY;
                rings[size++] = ring;
            }
            x = nextX;
            y = nextY;
        }
    }

    private void reserve(int edges) {
        if (rings.length < edges) {
            ends = new double[8 * edges];
            rings = new int[2 * edges];
            next = new int[2 * edges];
        }
        int wanted = StrictMath.max(256, Integer.highestOneBit(StrictMath.max(1, edges)) * 4);
        // a table that one huge shape left behind would be cleared for every small one
        if (slots.length < wanted || slots.length > 16 * wanted) slots = new int[wanted];
    }

    /** The first edge from one point to the other, or from the other to the one; -1. */
    int find(double ax, double ay, double bx, double by) {
        int edge = slots[slot(ax, ay, bx, by)];
        while (edge != NONE && !joins(edge, ax, ay, bx, by)) edge = next[edge];
        return edge;
    }

    /** Whether an edge runs from a to b, not from b to a. */
    boolean runsFrom(int edge, double ax, double ay) {
        return ends[4 * edge] == ax && ends[4 * edge + 1] == ay;
    }

    private boolean joins(int edge, double ax, double ay, double bx, double by) {
        int at = 4 * edge;
        return ends[at] == ax && ends[at + 1] == ay && ends[at + 2] == bx && ends[at + 3] == by
                || ends[at] == bx && ends[at + 1] == by && ends[at + 2] == ax && ends[at + 3] == ay;
    }

    private int slot(double ax, double ay, double bx, double by) {
        long hash = point(ax, ay) + point(bx, by);
        hash *= 0x9E3779B97F4A7C15L;
        return (int) (hash >>> 40) & slots.length - 1;
    }

    private static long point(double x, double y) {
        long hash = Double.doubleToRawLongBits(x) * 0xC2B2AE3D27D4EB4FL + Double.doubleToRawLongBits(y);
        hash = (hash ^ hash >>> 29) * 0xBF58476D1CE4E5B9L;
        return hash ^ hash >>> 32;
    }
}
