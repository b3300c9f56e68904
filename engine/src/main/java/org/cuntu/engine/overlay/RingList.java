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

    /** How many of the points are places where edges cross. */
    int crossings() {
        return rounded.size();
    }

    /** The point at which a crossing stands; ascending. */
    int crossing(int at) {
        return rounded.get(at);
    }

    /** Whether two numbers are one corner: that of a ring's first and last point. */
    boolean isSame(int point, int other) {
        return point == other || isEnds(point, other) || isEnds(other, point);
    }

    /** Whether two points are the first and the last of a ring. */
    private boolean isEnds(int first, int last) {
        if (xs[first] != xs[last] || ys[first] != ys[last] || first > last) return false;
        int ring = Arrays.binarySearch(ends, 0, rings, last + 1);
        return ring >= 0 && first(ring) == first;
    }
}
