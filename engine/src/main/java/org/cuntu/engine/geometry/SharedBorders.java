package org.cuntu.engine.geometry;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.polygonize.Polygonizer;

/**
 * The ground of polygons that share their borders vertex by vertex, given one after another: an edge that one runs along and another
 * back cancels, and what is left is the outline. Holds the edges that are not cancelled yet, 48 bytes each. For one thread.
 *
 * <p>It never guesses: where polygons overlap, or a corner of one lies on the edge of another, the outline that is left makes no valid
 * polygon, and {@link #ground} says nothing.
 */
public final class SharedBorders {
    private static final GeometryFactory FACTORY = new GeometryFactory();
    private static final int ENDS = 4;

    private final int most;
    private double[] ends = new double[ENDS << 12];
    private boolean[] used = new boolean[1 << 12];
    private int size;
    private boolean tooMany;

    /** @param most edges that may be left at a time; beyond them there is no answer */
    public SharedBorders(int most) {
        this.most = most;
    }

    /** Takes the edges of a polygon or multipolygon, outer rings turned to the left, holes to the right, as they should be. */
    public void add(Geometry shape) {
        for (int part = 0; part < shape.getNumGeometries() && !tooMany; part++) {
            if (!(shape.getGeometryN(part) instanceof Polygon polygon) || polygon.isEmpty()) continue;
            ring(polygon.getExteriorRing(), true);
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) ring(polygon.getInteriorRingN(hole), false);
        }
    }

    private void ring(LinearRing ring, boolean left) {
        Coordinate[] points = ring.getCoordinates();
        boolean turned = turnsLeft(points) != left;
        for (int i = 1; i < points.length; i++) {
            Coordinate from = turned ? points[i] : points[i - 1];
            Coordinate to = turned ? points[i - 1] : points[i];
            if (from.x != to.x || from.y != to.y) edge(from.x, from.y, to.x, to.y);
        }
    }

    /** By the sign of the area; what is decided wrongly makes no valid polygon later. */
    private static boolean turnsLeft(Coordinate[] points) {
        double twice = 0;
        double x = points[0].x;
        double y = points[0].y;
        for (int i = 1; i < points.length; i++)
            twice += (points[i - 1].x - x) * (points[i].y - y) - (points[i].x - x) * (points[i - 1].y - y);
        return twice > 0;
    }

    private void edge(double ax, double ay, double bx, double by) {
        int back = find(bx, by, ax, ay);
        if (used[back]) {
            remove(back);
            return;
        }
        if (size >= most) {
            tooMany = true;
            return;
        }
        if (2 * (size + 1) > used.length) grow();
        insert(ax, ay, bx, by);
    }

    private void insert(double ax, double ay, double bx, double by) {
        int slot = slot(ax, ay, bx, by);
        while (used[slot]) slot = slot + 1 & used.length - 1;
        used[slot] = true;
        ends[ENDS * slot] = ax;
        ends[ENDS * slot + 1] = ay;
        ends[ENDS * slot + 2] = bx;
        ends[ENDS * slot + 3] = by;
        size++;
    }

    /** Where an edge is, or would be. */
    private int find(double ax, double ay, double bx, double by) {
        int slot = slot(ax, ay, bx, by);
        while (used[slot] && !is(slot, ax, ay, bx, by)) slot = slot + 1 & used.length - 1;
        return slot;
    }

    private boolean is(int slot, double ax, double ay, double bx, double by) {
        int at = ENDS * slot;
        return ends[at] == ax && ends[at + 1] == ay && ends[at + 2] == bx && ends[at + 3] == by;
    }

    /** Closes the chain behind what is taken out (Knuth 6.4, algorithm R). */
    private void remove(int slot) {
        size--;
        int hole = slot;
        for (int at = slot + 1 & used.length - 1; used[at]; at = at + 1 & used.length - 1) {
            int home = slot(ends[ENDS * at], ends[ENDS * at + 1], ends[ENDS * at + 2], ends[ENDS * at + 3]);
            if ((at - home & used.length - 1) < (at - hole & used.length - 1)) continue;
            System.arraycopy(ends, ENDS * at, ends, ENDS * hole, ENDS);
            hole = at;
        }
        used[hole] = false;
    }

    private void grow() {
        double[] before = ends;
        boolean[] held = used;
        ends = new double[2 * before.length];
        used = new boolean[2 * held.length];
        size = 0;
        for (int slot = 0; slot < held.length; slot++)
            if (held[slot])
                insert(before[ENDS * slot], before[ENDS * slot + 1], before[ENDS * slot + 2], before[ENDS * slot + 3]);
    }

    private int slot(double ax, double ay, double bx, double by) {
        long hash = Double.doubleToRawLongBits(ax) * 0x9E3779B97F4A7C15L + Double.doubleToRawLongBits(ay);
        hash = (hash ^ hash >>> 32) * 0xC2B2AE3D27D4EB4FL + Double.doubleToRawLongBits(bx);
        hash = (hash ^ hash >>> 32) * 0x165667B19E3779F9L + Double.doubleToRawLongBits(by);
        hash = (hash ^ hash >>> 29) * 0xBF58476D1CE4E5B9L;
        return (int) (hash >>> 33) & used.length - 1;
    }

    /** What the polygons cover, the same whatever order they came in; null when their borders do not tell. */
    public @Nullable Geometry ground() {
        if (tooMany || size == 0) return null;
        Polygonizer polygonizer = new Polygonizer();
        for (int slot = 0; slot < used.length; slot++)
            if (used[slot])
                polygonizer.add(FACTORY.createLineString(new Coordinate[] {
                    new Coordinate(ends[ENDS * slot], ends[ENDS * slot + 1]),
                    new Coordinate(ends[ENDS * slot + 2], ends[ENDS * slot + 3])
                }));
        List<Polygon> inside = new ArrayList<>();
        int edges = 0;
        for (Object face : polygonizer.getPolygons()) {
            Polygon polygon = (Polygon) face;
            if (!isInside(polygon)) continue;
            inside.add(polygon);
            edges += polygon.getNumPoints() - 1 - polygon.getNumInteriorRing();
        }
        if (edges != size || inside.isEmpty()) return null;
        Geometry ground =
                inside.size() == 1 ? inside.getFirst() : FACTORY.createMultiPolygon(inside.toArray(Polygon[]::new));
        return ground.isValid() ? ground.norm() : null;
    }

    /** Whether the edges of a face's outer ring run round it to the left. */
    private boolean isInside(Polygon face) {
        Coordinate[] ring = face.getExteriorRing().getCoordinates();
        boolean left = turnsLeft(ring);
        Coordinate from = left ? ring[0] : ring[1];
        Coordinate to = left ? ring[1] : ring[0];
        return used[find(from.x, from.y, to.x, to.y)];
    }
}
