package org.cuntu.engine.overlay;

import java.util.Arrays;
import org.cuntu.engine.layer.FlatShape;
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
    private final HeapShapes siteShapes;
    private final WalkedBoundary shape = new WalkedBoundary();
    private final WalkedBoundary site = new WalkedBoundary();
    private final CrossingPoint point = new CrossingPoint();
    private int size;
    private int[] signs = new int[32];
    private double[] places = new double[64];
    private boolean[] passed = new boolean[32];
    private boolean onCorners;

    OutlineWalk(HeapShapes siteShapes) {
        this.siteShapes = siteShapes;
    }

    /**
     * Walks all rings that have crossings.
     *
     * @return false when crossings do not alternate: a shape runs over itself
     */
    boolean walk(CrossingList found, FlatShape of, RingList to) {
        take(found, of);
        shape.order(site, signs, size, true);
        site.order(shape, signs, size, false);
        for (int i = 0; i < size; i++)
            if (signs[i] == signs[shape.next(i)] || signs[i] == signs[site.next(i)]) return false;
        for (int i = 0; i < size; i++) if (signs[i] == EdgeCrossing.ENTERS && !passed[i]) ring(i, to);
        return true;
    }

    private void ring(int start, RingList to) {
        int at = start;
        do {
            passed[at] = true;
            int leaves = shape.next(at);
            along(shape, at, leaves, to);
            at = site.next(leaves);
            along(site, leaves, at, to);
        } while (at != start);
        to.close();
    }

    /** From one crossing along a boundary to the next, both included. */
    private void along(WalkedBoundary boundary, int from, int next, RingList to) {
        to.addCrossing(places[2 * from], places[2 * from + 1]);
        boundary.walk(from, next, places, to);
        to.addCrossing(places[2 * next], places[2 * next + 1]);
    }

    /** Adds the rings that have no crossing, of those that start inside the other. */
    void addRings(IntList shapeInside, IntList siteInside, RingList to) {
        shape.addRings(shapeInside, to);
        site.addRings(siteInside, to);
    }

    /** How many rings of the shape have a part in the outline. */
    int shapeRings() {
        return shape.rings();
    }

    /** How many rings of the site have. */
    int siteRings() {
        return site.rings();
    }

    /** Whether a corner of one lies on the other's boundary: only then may what is walked run over an edge twice. */
    boolean touchesCorners() {
        return onCorners;
    }

    private void take(CrossingList found, FlatShape of) {
        shape.begin(of);
        site.begin(FlatShape.of(siteShapes, 0));
        size = 0;
        onCorners = false;
        for (int i = 0; i < found.size(); i++)
            if (found.sign(i) == EdgeCrossing.TOUCHES) onCorners = true;
            else take(found.sign(i), found.shapeEdge(i), found.siteEdge(i), of.shapes());
        if (!onCorners) return;
        for (int i = 0; i < found.size(); i++) {
            shape.takeCorners(found.shapeEdge(i), siteShapes, found.siteEdge(i));
            site.takeCorners(found.siteEdge(i), of.shapes(), found.shapeEdge(i));
        }
    }

    private void take(int sign, int shapeEdge, int siteEdge, Shapes shapes) {
        if (size == signs.length) {
            signs = Arrays.copyOf(signs, 2 * size);
            places = Arrays.copyOf(places, 4 * size);
            passed = Arrays.copyOf(passed, 2 * size);
        }
        shape.add(size, shapeEdge);
        site.add(size, siteEdge);
        point.of(shapes, shapeEdge, siteShapes, siteEdge);
        onCorners |= point.isCorner();
        signs[size] = sign;
        places[2 * size] = point.x();
        places[2 * size + 1] = point.y();
        passed[size++] = false;
    }
}
