package org.cuntu.engine.overlay;

import java.util.Arrays;
import org.cuntu.engine.layer.HeapShapes;
import org.cuntu.engine.layer.Shapes;

/**
 * The boundary of what a shape and a site have in common, walked from crossing to crossing.
 *
 * <pre>
 *            ┌─────────────┐ site
 *   shape ┌──┼──────┐      │       from where the shape's boundary enters the site along it to where it leaves,
 *         │  │▒▒▒▒▒▒│      │       there on along the site's to where that leaves the shape, and so on round
 *         └──┼──────┘      │
 *            └─────────────┘
 * </pre>
 *
 * As the crossings of a ring alternate between in and out, each is passed just once. What is walked is the configuration as meant
 * ({@link EdgeCrossing}); as drawn, a ring may run to and fro over an edge that both have, which {@link RingFaces} takes away. Scratch
 * space, for one thread.
 */
final class OutlineWalk {
    private final HeapShapes site;
    private final CrossingPoint point = new CrossingPoint();
    private final WalkOrder onShape = new WalkOrder();
    private final WalkOrder onSite = new WalkOrder();
    private int size;
    private int[] signs = new int[32];
    private int[] shapeEdges = new int[32];
    private int[] siteEdges = new int[32];
    private double[] places = new double[64];
    private boolean[] passed = new boolean[32];
    private boolean corners;
    private CornersOnEdges shapeCorners = new CornersOnEdges(HeapShapes.EMPTY);
    private CornersOnEdges siteCorners = new CornersOnEdges(HeapShapes.EMPTY);

    OutlineWalk(HeapShapes site) {
        this.site = site;
    }

    /** Takes up what was found of a shape. */
    void begin(CrossingList found, Shapes shapes) {
        size = 0;
        corners = false;
        for (int i = 0; i < found.size(); i++) take(found.sign(i), found.shapeEdge(i), found.siteEdge(i), shapes);
        shapeCorners = new CornersOnEdges(shapes);
        siteCorners = new CornersOnEdges(site);
        if (!corners) return;
        for (int i = 0; i < found.size(); i++) takeCorners(found.shapeEdge(i), found.siteEdge(i), shapes);
        shapeCorners.sort();
        siteCorners.sort();
    }

    /** Whether a corner lies on the other's boundary, or nearly: only then may what is walked touch itself. */
    boolean touchesCorners() {
        return corners;
    }

    private void take(int sign, int shapeEdge, int siteEdge, Shapes shapes) {
        if (sign == EdgeCrossing.TOUCHES) {
            corners = true;
            return;
        }
        if (size == signs.length) grow();
        signs[size] = sign;
        shapeEdges[size] = shapeEdge;
        siteEdges[size] = siteEdge;
        point.of(
                shapes.x(shapeEdge),
                shapes.y(shapeEdge),
                shapes.x(shapeEdge + 1),
                shapes.y(shapeEdge + 1),
                site.x(siteEdge),
                site.y(siteEdge),
                site.x(siteEdge + 1),
                site.y(siteEdge + 1));
        corners |= point.onCorner;
        places[2 * size] = point.x;
        places[2 * size + 1] = point.y;
        passed[size++] = false;
    }

    private void takeCorners(int shapeEdge, int siteEdge, Shapes shapes) {
        for (int end = 0; end < 2; end++) {
            shapeCorners.take(shapeEdge, site.x(siteEdge + end), site.y(siteEdge + end));
            siteCorners.take(siteEdge, shapes.x(shapeEdge + end), shapes.y(shapeEdge + end));
        }
    }

    private void grow() {
        signs = Arrays.copyOf(signs, 2 * size);
        shapeEdges = Arrays.copyOf(shapeEdges, 2 * size);
        siteEdges = Arrays.copyOf(siteEdges, 2 * size);
        places = Arrays.copyOf(places, 4 * size);
        passed = Arrays.copyOf(passed, 2 * size);
    }

    /**
     * Walks all rings that have crossings.
     *
     * @return false when crossings do not alternate: a shape runs over itself
     */
    boolean walk(Shapes shapes, int shape, RingList to) {
        onShape.sort(shapes, shape, shapeEdges, site, siteEdges, signs, size, true);
        onSite.sort(site, 0, siteEdges, shapes, shapeEdges, signs, size, false);
        for (int i = 0; i < size; i++) {
            if (signs[i] == signs[onShape.next(i)] || signs[i] == signs[onSite.next(i)]) return false;
        }
        for (int i = 0; i < size; i++) if (signs[i] == EdgeCrossing.ENTERS && !passed[i]) ring(i, shapes, to);
        return true;
    }

    /** Adds the rings of the shape that lie in the site; gives how many of its rings have a part in the outline. */
    int addShapeRings(Shapes shapes, IntList startInside, RingList to) {
        return addRings(shapes, shapeCorners, startInside, onShape, to);
    }

    /** The same of the site. */
    int addSiteRings(IntList startInside, RingList to) {
        return addRings(site, siteCorners, startInside, onSite, to);
    }

    private static int addRings(Shapes shapes, CornersOnEdges on, IntList inside, WalkOrder order, RingList to) {
        int count = order.rings();
        for (int i = 0; i < inside.size(); i++) {
            if (order.crosses(inside.get(i))) continue;
            whole(shapes, on, inside.get(i), to);
            count++;
        }
        return count;
    }

    private void ring(int start, Shapes shapes, RingList to) {
        int at = start;
        do {
            passed[at] = true;
            int leaves = onShape.next(at);
            along(shapes, shapeCorners, shapeEdges, onShape, at, leaves, to);
            at = onSite.next(leaves);
            along(site, siteCorners, siteEdges, onSite, leaves, at, to);
        } while (at != start);
        to.close();
    }

    /** From one crossing along a ring to the next, both included. */
    private void along(
            Shapes shapes, CornersOnEdges on, int[] edges, WalkOrder order, int from, int next, RingList to) {
        to.addCrossing(places[2 * from], places[2 * from + 1]);
        int first = edges[from];
        int last = edges[next];
        if (on.isEmpty()) {
            if (order.isLast(from)) {
                to.addAll(shapes, first + 1, order.endPoint(from));
                to.addAll(shapes, order.firstPoint(from), last + 1);
            } else {
                to.addAll(shapes, first + 1, last + 1);
            }
        } else {
            double start = on.along(first, places[2 * from], places[2 * from + 1]);
            double end = on.along(last, places[2 * next], places[2 * next + 1]);
            if (order.isLast(from)) {
                edges(shapes, on, first, start, order.endPoint(from) - 2, Double.POSITIVE_INFINITY, to);
                to.add(shapes.x(order.firstPoint(from)), shapes.y(order.firstPoint(from)));
                edges(shapes, on, order.firstPoint(from), Double.NEGATIVE_INFINITY, last, end, to);
            } else {
                edges(shapes, on, first, start, last, end, to);
            }
        }
        to.addCrossing(places[2 * next], places[2 * next + 1]);
    }

    private static void edges(
            Shapes shapes, CornersOnEdges on, int first, double start, int last, double end, RingList to) {
        for (int edge = first; edge <= last; edge++) {
            if (edge > first) to.add(shapes.x(edge), shapes.y(edge));
            on.addTo(
                    to,
                    edge,
                    edge == first ? start : Double.NEGATIVE_INFINITY,
                    edge == last ? end : Double.POSITIVE_INFINITY);
        }
    }

    /** Adds a ring that has no crossing. */
    private static void whole(Shapes shapes, CornersOnEdges on, int ring, RingList to) {
        int first = shapes.firstPoint(ring);
        int end = shapes.firstPoint(ring + 1);
        if (on.isEmpty()) {
            to.addAll(shapes, first, end - 1);
        } else {
            to.add(shapes.x(first), shapes.y(first));
            edges(shapes, on, first, Double.NEGATIVE_INFINITY, end - 2, Double.POSITIVE_INFINITY, to);
        }
        to.close();
    }
}
