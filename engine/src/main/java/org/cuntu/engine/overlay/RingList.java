package org.cuntu.engine.overlay;

import java.util.Arrays;
import org.cuntu.engine.layer.Shapes;
import org.cuntu.engine.measure.FieldIntegral;

/** Rings while they are made: flat points, the last of a ring repeats its first. Scratch space, for one thread. */
final class RingList {
    private double[] xs = new double[512];
    private double[] ys = new double[512];
    private int[] ends = new int[16];
    /** The points that are places where edges cross, rounded. */
    private final IntList rounded = new IntList();

    private int points;
    private int rings;

    void clear() {
        points = 0;
        rings = 0;
        rounded.clear();
    }

    /** A further point, where two edges cross. */
    void addCrossing(double x, double y) {
        int before = points;
        add(x, y);
        if (points > before) rounded.add(before);
    }

    /** A further point of the ring that is being made; a repetition of the point before is left out. */
    void add(double x, double y) {
        if (points > first(rings) && xs[points - 1] == x && ys[points - 1] == y) return;
        reserve(1);
        xs[points] = x;
        ys[points++] = y;
    }

    /** Further points, as they stand. */
    void addAll(Shapes shapes, int from, int to) {
        if (to <= from) return;
        add(shapes.x(from), shapes.y(from));
        reserve(to - from);
        for (int p = from + 1; p < to; p++) {
            xs[points] = shapes.x(p);
            ys[points++] = shapes.y(p);
        }
    }

    /** Ends the ring that is being made; one that has not three corners is left out. */
    boolean close() {
        int first = first(rings);
        if (points - first < 3) {
            points = first;
            return false;
        }
        add(xs[first], ys[first]);
        if (points - first < 4) {
            points = first;
            return false;
        }
        if (rings == ends.length) ends = Arrays.copyOf(ends, 2 * rings);
        ends[rings++] = points;
        return true;
    }

    private void reserve(int more) {
        if (points + more <= xs.length) return;
        int length = StrictMath.max(2 * xs.length, points + more);
        xs = Arrays.copyOf(xs, length);
        ys = Arrays.copyOf(ys, length);
    }

    int rings() {
        return rings;
    }

    int points() {
        return points;
    }

    /** The number of a ring's first point. */
    int first(int ring) {
        return ring == 0 ? 0 : ends[ring - 1];
    }

    /** The number of its last point, which repeats the first. */
    int last(int ring) {
        return ends[ring] - 1;
    }

    double x(int point) {
        return xs[point];
    }

    double y(int point) {
        return ys[point];
    }

    /** F of a ring, m²: positive when it runs counter-clockwise. */
    double integral(int ring, FieldIntegral field) {
        double sum = 0;
        int last = last(ring);
        for (int p = first(ring); p < last; p++) sum += field.edge(xs[p], ys[p], xs[p + 1], ys[p + 1]);
        return sum;
    }

    /**
     * Whether no point is so near to an edge from or to a crossing that rounding the crossing may have moved the edge over it. All other
     * edges are the shapes' own.
     *
     * @param most how many pairs of edge and point may be looked at; when there are more the answer is false
     */
    boolean isClear(double near, long most) {
        if (2L * rounded.size() * points > most) return false;
        for (int ring = 0, i = 0; ring < rings; ring++) {
            int first = first(ring);
            int last = last(ring);
            for (; i < rounded.size() && rounded.get(i) <= last; i++) {
                int at = rounded.get(i);
                if (at == last) continue;
                if (!isClear(at == first ? last - 1 : at - 1, at, near) || !isClear(at, at + 1, near)) return false;
            }
        }
        return true;
    }

    private boolean isClear(int from, int to, double near) {
        double ax = xs[from];
        double ay = ys[from];
        double bx = xs[to];
        double by = ys[to];
        double west = StrictMath.min(ax, bx) - near;
        double east = StrictMath.max(ax, bx) + near;
        double south = StrictMath.min(ay, by) - near;
        double north = StrictMath.max(ay, by) + near;
        double length = StrictMath.abs(bx - ax) + StrictMath.abs(by - ay);
        if (length < near) return false;
        for (int p = 0; p < points; p++) {
            double x = xs[p];
            double y = ys[p];
            if (x < west | x > east | y < south | y > north) continue;
            if (x == ax && y == ay || x == bx && y == by) continue;
            if (StrictMath.abs(Side.value(ax, ay, bx, by, x, y)) < near * length) return false;
        }
        return true;
    }
}
