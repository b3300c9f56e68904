package org.cuntu.engine.overlay;

import java.util.Arrays;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.HeapShapes;
import org.cuntu.engine.layer.Shapes;

/**
 * One of the two boundaries while an outline is walked: its crossings in their order, the other's corners that lie on it, and the
 * points between. Scratch space, for one thread.
 */
final class WalkedBoundary {
    private final WalkOrder order = new WalkOrder();
    private Shapes shapes = HeapShapes.EMPTY;
    private int shape;
    private CornersOnEdges corners = new CornersOnEdges(shapes);
    private int[] edges = new int[32];
    private int rings;

    void begin(FlatShape of) {
        shapes = of.shapes();
        shape = of.shape();
        corners = new CornersOnEdges(shapes);
    }

    /** Takes up a crossing by the edge on which it lies. */
    void add(int crossing, int edge) {
        if (crossing == edges.length) edges = Arrays.copyOf(edges, 2 * crossing);
        edges[crossing] = edge;
    }

    /** Takes up the ends of the other's edge that lie on an edge of this one. */
    void takeCorners(int edge, Shapes other, int otherEdge) {
        corners.take(edge, other.x(otherEdge), other.y(otherEdge));
        corners.take(edge, other.x(otherEdge + 1), other.y(otherEdge + 1));
    }

    /** @param otherShifted whether the other boundary counts as shifted */
    void order(WalkedBoundary other, int[] signs, int size, boolean otherShifted) {
        order.sort(shapes, shape, edges, other.shapes, other.edges, signs, size, otherShifted);
        rings = order.rings();
    }

    /** The crossing after a crossing on its ring, round. */
    int next(int crossing) {
        return order.next(crossing);
    }

    /** How many rings have a part in the outline. */
    int rings() {
        return rings;
    }

    /**
     * Adds what lies between a crossing and the next one.
     *
     * @param places x and y of each crossing
     */
    void walk(int from, int next, double[] places, RingList to) {
        int first = edges[from];
        int last = edges[next];
        double start = corners.along(first, places[2 * from], places[2 * from + 1]);
        double end = corners.along(last, places[2 * next], places[2 * next + 1]);
        if (!order.isLast(from)) {
            add(first, start, last, end, to);
            return;
        }
        int point = order.firstPoint(from);
        add(first, start, order.endPoint(from) - 2, Double.POSITIVE_INFINITY, to);
        to.add(shapes.x(point), shapes.y(point));
        add(point, Double.NEGATIVE_INFINITY, last, end, to);
    }

    /** Adds the rings that have no crossing, of those that start inside the other. */
    void addRings(IntList inside, RingList to) {
        for (int i = 0; i < inside.size(); i++) {
            int ring = inside.get(i);
            if (order.crosses(ring)) continue;
            int first = shapes.firstPoint(ring);
            int last = shapes.firstPoint(ring + 1) - 2;
            to.add(shapes.x(first), shapes.y(first));
            add(first, Double.NEGATIVE_INFINITY, last, Double.POSITIVE_INFINITY, to);
            to.close();
            rings++;
        }
    }

    /** Adds the points from a place on an edge to a place on a later one, neither included. */
    private void add(int first, double start, int last, double end, RingList to) {
        if (corners.isEmpty()) {
            to.addAll(shapes, first + 1, last + 1);
            return;
        }
        for (int edge = first; edge <= last; edge++) {
            if (edge > first) to.add(shapes.x(edge), shapes.y(edge));
            double low = edge == first ? start : Double.NEGATIVE_INFINITY;
            double high = edge == last ? end : Double.POSITIVE_INFINITY;
            corners.addTo(to, edge, low, high);
        }
    }
}
