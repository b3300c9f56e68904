package org.cuntu.engine.overlay;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cuntu.engine.measure.FieldIntegral;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LinearRing;

/**
 * The edges of rings between numbered nodes, divided wherever a node lies on one, and without those that are run over once in each
 * direction: what is left bounds ground. For one use.
 */
final class RingSegments {
    /** A second of looking. */
    private static final long MOST_PAIRS = 100_000_000;

    private final Map<Node, Integer> numbers = new HashMap<>();
    private final List<Node> nodes = new ArrayList<>();
    /** Pairs of nodes: an edge runs from the first to the second. */
    private int[] ends;

    private int size;

    /** A place to the bit. */
    record Node(double x, double y) {}

    RingSegments(RingList rings) {
        ends = new int[2 * rings.points()];
        for (int ring = 0; ring < rings.rings(); ring++) {
            int from = number(rings.x(rings.first(ring)), rings.y(rings.first(ring)));
            for (int p = rings.first(ring) + 1; p <= rings.last(ring); p++) {
                int to = number(rings.x(p), rings.y(p));
                if (to != from) add(from, to);
                from = to;
            }
        }
    }

    private int number(double x, double y) {
        // −0 and 0 are one place
        Node node = new Node(x + 0.0, y + 0.0);
        Integer known = numbers.putIfAbsent(node, nodes.size());
        if (known != null) return known;
        nodes.add(node);
        return nodes.size() - 1;
    }

    private void add(int from, int to) {
        if (2 * size == ends.length) ends = Arrays.copyOf(ends, StrictMath.max(16, 4 * size));
        ends[2 * size] = from;
        ends[2 * size++ + 1] = to;
    }

    int size() {
        return size;
    }

    /** F of a ring of nodes, m². */
    double integral(int[] ring, FieldIntegral field) {
        double sum = 0;
        for (int i = 0; i + 1 < ring.length; i++) {
            Node a = node(ring[i]);
            Node b = node(ring[i + 1]);
            sum += field.edge(a.x, a.y, b.x, b.y);
        }
        return sum;
    }

    LinearRing ring(int[] ring) {
        Coordinate[] points = new Coordinate[ring.length];
        for (int i = 0; i < points.length; i++) points[i] = new Coordinate(node(ring[i]).x, node(ring[i]).y);
        return OutlinePolygons.FACTORY.createLinearRing(points);
    }

    int nodes() {
        return nodes.size();
    }

    Node node(int number) {
        return nodes.get(number);
    }

    int from(int segment) {
        return ends[2 * segment];
    }

    int to(int segment) {
        return ends[2 * segment + 1];
    }

    /**
     * Divides the edges at the nodes that lie on them.
     *
     * @param near degrees; how far from an edge a node counts as on it
     * @return false when two edges cross, as rounding has moved a corner over an edge; or when very many lie one above the other
     */
    boolean divide(double near) {
        Integer[] fromWest = new Integer[size];
        Arrays.setAll(fromWest, i -> i);
        Arrays.sort(fromWest, Comparator.comparingDouble(this::west));
        Map<Integer, List<Integer>> onEdge = new HashMap<>();
        long pairs = 0;
        for (int i = 0; i < size; i++) {
            int one = fromWest[i];
            for (int j = i + 1; j < size && west(fromWest[j]) <= east(one) + near; j++)
                if (++pairs > MOST_PAIRS || !meet(one, fromWest[j], near, onEdge)) return false;
        }
        if (!onEdge.isEmpty()) divide(onEdge);
        return true;
    }

    private double west(int segment) {
        return StrictMath.min(node(from(segment)).x, node(to(segment)).x);
    }

    private double east(int segment) {
        return StrictMath.max(node(from(segment)).x, node(to(segment)).x);
    }

    private boolean meet(int one, int other, double near, Map<Integer, List<Integer>> onEdge) {
        Node p = node(from(one));
        Node q = node(to(one));
        Node a = node(from(other));
        Node b = node(to(other));
        if (StrictMath.max(p.y, q.y) < StrictMath.min(a.y, b.y) - near
                || StrictMath.min(p.y, q.y) > StrictMath.max(a.y, b.y) + near) return true;
        int sideP = side(a, b, p, near);
        int sideQ = side(a, b, q, near);
        if (sideP == sideQ && sideP != Side.ON) return true;
        int sideA = side(p, q, a, near);
        int sideB = side(p, q, b, near);
        if (sideA == sideB && sideA != Side.ON) return true;
        if (sideP == Side.ON) put(other, from(one), onEdge);
        if (sideQ == Side.ON) put(other, to(one), onEdge);
        if (sideA == Side.ON) put(one, from(other), onEdge);
        if (sideB == Side.ON) put(one, to(other), onEdge);
        return sideP == Side.ON || sideQ == Side.ON || sideA == Side.ON || sideB == Side.ON;
    }

    /** On which side of a line a node is; on it too when it is so near. */
    private static int side(Node a, Node b, Node at, double near) {
        if (near == 0) return Side.of(a.x, a.y, b.x, b.y, at.x, at.y);
        double value = Side.value(a.x, a.y, b.x, b.y, at.x, at.y);
        double length = StrictMath.max(StrictMath.abs(b.x - a.x), StrictMath.abs(b.y - a.y));
        if (StrictMath.abs(value) <= near * length) return Side.ON;
        return value > 0 ? Side.LEFT : Side.RIGHT;
    }

    /** Notes a node on the line of a segment if it lies between its ends. */
    private void put(int segment, int node, Map<Integer, List<Integer>> onEdge) {
        if (node == from(segment) || node == to(segment)) return;
        Node at = node(node);
        Node p = node(from(segment));
        Node q = node(to(segment));
        double along = (at.x - p.x) * (q.x - p.x) + (at.y - p.y) * (q.y - p.y);
        if (along < 0 || along > (q.x - p.x) * (q.x - p.x) + (q.y - p.y) * (q.y - p.y)) return;
        List<Integer> all = onEdge.computeIfAbsent(segment, s -> new ArrayList<>());
        if (!all.contains(node)) all.add(node);
    }

    private void divide(Map<Integer, List<Integer>> onEdge) {
        int before = size;
        for (int segment = 0; segment < before; segment++) {
            List<Integer> inner = onEdge.get(segment);
            if (inner == null) continue;
            Node start = node(from(segment));
            inner.sort(Comparator.comparingDouble(
                    n -> StrictMath.abs(node(n).x - start.x) + StrictMath.abs(node(n).y - start.y)));
            int end = to(segment);
            ends[2 * segment + 1] = inner.getFirst();
            for (int i = 0; i < inner.size(); i++) add(inner.get(i), i + 1 < inner.size() ? inner.get(i + 1) : end);
        }
    }

    /**
     * Takes away the edges that are run over once in each direction.
     *
     * @return false when one is left that is run over twice
     */
    boolean cancel() {
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            int low = StrictMath.min(from(i), to(i));
            int high = StrictMath.max(from(i), to(i));
            keys[i] = ((long) low << 32 | high) << 1 | (from(i) < to(i) ? 1 : 0);
        }
        Arrays.sort(keys);
        size = 0;
        for (int i = 0, next; i < keys.length; i = next) {
            int times = 0;
            for (next = i; next < keys.length && keys[next] >> 1 == keys[i] >> 1; next++)
                times += (keys[next] & 1) == 1 ? 1 : -1;
            if (times > 1 || times < -1) return false;
            int low = (int) (keys[i] >>> 33);
            int high = (int) (keys[i] >>> 1);
            if (times == 1) add(low, high);
            if (times == -1) add(high, low);
        }
        return true;
    }
}
