package org.cuntu.engine.overlay;

import java.util.Arrays;
import org.cuntu.engine.layer.Shapes;
import org.cuntu.engine.overlay.CrossingOrder.Line;

/** The crossings of one of the two boundaries, ring by ring in the order in which it runs through them. Scratch space, for one thread. */
final class WalkOrder {
    private long[] keys = new long[32];
    private int[] next = new int[32];
    /** Of each crossing the first point of its ring, or −1 − it where the crossing is the ring's last. */
    private int[] firstPoints = new int[32];

    private int[] endPoints = new int[32];
    private final IntList rings = new IntList();

    /**
     * Puts crossings in order.
     *
     * @param edges the edge of this boundary at each crossing
     * @param others the edge of the other boundary
     * @param signs how the site's boundary is crossed
     * @param othersShifted whether the other counts as shifted
     */
    void sort(
            Shapes shapes,
            int shape,
            int[] edges,
            Shapes other,
            int[] others,
            int[] signs,
            int size,
            boolean othersShifted) {
        if (size > keys.length) {
            keys = new long[2 * size];
            next = new int[2 * size];
            firstPoints = new int[2 * size];
            endPoints = new int[2 * size];
        }
        for (int i = 0; i < size; i++) keys[i] = (long) edges[i] << 32 | i;
        Arrays.sort(keys, 0, size);
        for (int from = 0, to; from < size; from = to) {
            to = from + 1;
            while (to < size && keys[to] >> 32 == keys[from] >> 32) to++;
            if (to - from > 1) sortOnEdge(shapes, from, to, other, others, signs, othersShifted);
        }
        link(shapes, shape, edges, size);
    }

    /** By insertion: few edges are crossed more than twice. */
    private void sortOnEdge(Shapes shapes, int from, int to, Shapes other, int[] others, int[] signs, boolean shifted) {
        Line base = line(shapes, (int) (keys[from] >> 32));
        for (int i = from + 1; i < to; i++) {
            long key = keys[i];
            Line line = line(other, others[(int) key]);
            int at = i;
            for (; at > from; at--) {
                int before = (int) keys[at - 1];
                int order = CrossingOrder.compare(base, line(other, others[before]), line, shifted);
                // on a border that two plots have in common one is left before the other is entered
                if (order == 0) order = (shifted ? 1 : -1) * Integer.compare(signs[before], signs[(int) key]);
                if (order <= 0) break;
                keys[at] = keys[at - 1];
            }
            keys[at] = key;
        }
    }

    private static Line line(Shapes shapes, int edge) {
        return new Line(shapes.x(edge), shapes.y(edge), shapes.x(edge + 1), shapes.y(edge + 1));
    }

    private void link(Shapes shapes, int shape, int[] edges, int size) {
        rings.clear();
        int low = shapes.firstRing(shape);
        int end = shapes.firstRing(shape + 1);
        for (int from = 0, to; from < size; from = to) {
            int ring = ringOf(shapes, low, end, edges[(int) keys[from]]);
            int first = shapes.firstPoint(ring);
            int endPoint = shapes.firstPoint(ring + 1);
            to = from;
            while (to < size && edges[(int) keys[to]] < endPoint) {
                int crossing = (int) keys[to++];
                boolean last = to == size || edges[(int) keys[to]] >= endPoint;
                next[crossing] = (int) keys[last ? from : to];
                firstPoints[crossing] = last ? -1 - first : first;
                endPoints[crossing] = endPoint;
            }
            low = ring + 1;
            rings.add(ring);
        }
    }

    private static int ringOf(Shapes shapes, int from, int to, int point) {
        int low = from;
        int high = to - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (shapes.firstPoint(middle) <= point) low = middle;
            else high = middle - 1;
        }
        return low;
    }

    /** The crossing after a crossing on its ring, round. */
    int next(int crossing) {
        return next[crossing];
    }

    /** Whether the way to the next one leads over the ring's first point. */
    boolean isLast(int crossing) {
        return firstPoints[crossing] < 0;
    }

    int firstPoint(int crossing) {
        int first = firstPoints[crossing];
        return first < 0 ? -1 - first : first;
    }

    /** The end of the ring's points. */
    int endPoint(int crossing) {
        return endPoints[crossing];
    }

    /** The number of rings that have crossings. */
    int rings() {
        return rings.size();
    }

    /** Whether a ring has one. */
    boolean crosses(int ring) {
        return rings.contains(ring);
    }
}
