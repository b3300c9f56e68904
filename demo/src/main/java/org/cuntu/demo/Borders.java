package org.cuntu.demo;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.operation.valid.IsValidOp;

/** Borders between patches: how long one is, and a new one along vertices that are there. */
final class Borders {
    private Borders() {}

    private record Edge(double x1, double y1, double x2, double y2) {
        static Edge of(Coordinate a, Coordinate b) {
            return a.compareTo(b) < 0 ? new Edge(a.x, a.y, b.x, b.y) : new Edge(b.x, b.y, a.x, a.y);
        }
    }

    /** Metres of border that two patches have in common. */
    static double shared(Polygon one, Polygon other) {
        Set<Edge> edges = new HashSet<>();
        Coordinate[] ring = one.getExteriorRing().getCoordinates();
        for (int i = 0; i + 1 < ring.length; i++) edges.add(Edge.of(ring[i], ring[i + 1]));
        double length = 0;
        Coordinate[] second = other.getExteriorRing().getCoordinates();
        for (int i = 0; i + 1 < second.length; i++) {
            if (!edges.contains(Edge.of(second[i], second[i + 1]))) continue;
            length += Frame.distance(
                    (second[i + 1].x - second[i].x) * Frame.KX, (second[i + 1].y - second[i].y) * Frame.KY);
        }
        return length;
    }

    /**
     * Cuts a polygon without holes in two by one straight line between two of its vertices.
     *
     * @param start the vertex from which to try, any number
     * @return two polygons, each at least a quarter of the whole; empty when no line does it
     */
    static List<Polygon> cut(Polygon whole, int start) {
        if (whole.getNumInteriorRing() > 0 || whole.getNumPoints() < 7) return List.of();
        Coordinate[] ring = whole.getExteriorRing().getCoordinates();
        int n = ring.length - 1;
        for (int k = 0; k < n; k++) {
            int a = (start + k) % n;
            int b = (a + n / 2) % n;
            Polygon one = part(ring, Math.min(a, b), Math.max(a, b));
            Polygon two = rest(ring, Math.min(a, b), Math.max(a, b));
            double share = one.getArea() / whole.getArea();
            LineString line = Unions.COMPACT.createLineString(new Coordinate[] {ring[a], ring[b]});
            boolean clean = share > 0.25
                    && share < 0.75
                    && whole.covers(line)
                    && whole.getBoundary().intersection(line).getNumPoints() == 2
                    && new IsValidOp(one).isValid()
                    && new IsValidOp(two).isValid();
            if (clean) return List.of(one, two);
        }
        return List.of();
    }

    private static Polygon part(Coordinate[] ring, int from, int to) {
        Coordinate[] part = Arrays.copyOfRange(ring, from, to + 2);
        part[part.length - 1] = ring[from];
        return polygon(part);
    }

    private static Polygon rest(Coordinate[] ring, int from, int to) {
        int tail = ring.length - 1 - to;
        Coordinate[] rest = new Coordinate[tail + from + 2];
        System.arraycopy(ring, to, rest, 0, tail);
        System.arraycopy(ring, 0, rest, tail, from + 1);
        rest[rest.length - 1] = ring[to];
        return polygon(rest);
    }

    private static Polygon polygon(Coordinate[] ring) {
        return (Polygon) Unions.compact(Unions.COMPACT.createPolygon(ring));
    }
}
