package org.cuntu.engine.overlay;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.cuntu.engine.layer.Shapes;

/**
 * Corners of the other shape that lie on edges of a shape: an outline that takes them up runs over just the same points as the other
 * shape does, so that what both run along can be found by its ends.
 */
final class CornersOnEdges {
    private static final Comparator<Corner> ALONG = Comparator.comparingDouble(Corner::along);

    private final Shapes shapes;
    private final Map<Integer, TreeSet<Corner>> byEdge = new HashMap<>();

    /** @param along how far along the edge, by the coordinate in which it is longer */
    private record Corner(double along, double x, double y) {}

    CornersOnEdges(Shapes shapes) {
        this.shapes = shapes;
    }

    /** Takes up a point if it lies on an edge. */
    void take(int edge, double x, double y) {
        double px = shapes.x(edge);
        double py = shapes.y(edge);
        double qx = shapes.x(edge + 1);
        double qy = shapes.y(edge + 1);
        if (x < StrictMath.min(px, qx) || x > StrictMath.max(px, qx)) return;
        if (y < StrictMath.min(py, qy) || y > StrictMath.max(py, qy)) return;
        if (Side.of(px, py, qx, qy, x, y) != Side.ON) return;
        byEdge.computeIfAbsent(edge, e -> new TreeSet<>(ALONG)).add(new Corner(along(edge, x, y), x, y));
    }

    boolean isEmpty() {
        return byEdge.isEmpty();
    }

    double along(int edge, double x, double y) {
        double width = shapes.x(edge + 1) - shapes.x(edge);
        double height = shapes.y(edge + 1) - shapes.y(edge);
        if (StrictMath.abs(width) >= StrictMath.abs(height)) return width > 0 ? x : -x;
        return height > 0 ? y : -y;
    }

    /** Adds the corners on an edge between two places on it. */
    void addTo(RingList ring, int edge, double from, double to) {
        TreeSet<Corner> corners = byEdge.get(edge);
        if (corners == null) return;
        for (Corner corner : corners) if (corner.along >= from && corner.along <= to) ring.add(corner.x, corner.y);
    }
}
