package org.cuntu.engine.clearing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineSegment;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * The moves at which the site just keeps clear of the conflict, near a given move. A corner of one shape that slides along
 * an edge of the other makes a line in the plane of moves, set off by the clearance; candidates are the points of such
 * lines nearest to the origin and the crossings of two of them (two contacts at once, as in a corner).
 */
final class Contacts {
    /** How far the moved site stays away, metres. */
    static final double CLEARANCE = 0.01;

    private final List<Edge> siteEdges = new ArrayList<>();
    private final STRtree conflictEdges = new STRtree();

    /**
     * An edge of a ring with its outward unit vector.
     *
     * @param from the edge's first point, which stands for the corner as well
     */
    private record Edge(Coordinate from, Coordinate to, double outX, double outY) {
        Envelope box() {
            return new Envelope(from, to);
        }
    }

    Contacts(Geometry site, Geometry conflict) {
        siteEdges.addAll(edges(site));
        for (Edge edge : edges(conflict)) conflictEdges.insert(edge.box(), edge);
        conflictEdges.build();
    }

    private static List<Edge> edges(Geometry shape) {
        List<Edge> edges = new ArrayList<>();
        for (Object polygon : PolygonExtracter.getPolygons(shape)) {
            Polygon area = (Polygon) polygon;
            ring(area.getExteriorRing(), true, edges);
            for (int h = 0; h < area.getNumInteriorRing(); h++) ring(area.getInteriorRingN(h), false, edges);
        }
        return edges;
    }

    private static void ring(LinearRing ring, boolean shell, List<Edge> edges) {
        Coordinate[] points = ring.getCoordinates();
        double side = Orientation.isCCW(points) == shell ? 1 : -1;
        for (int i = 0; i + 1 < points.length; i++) {
            double length = points[i].distance(points[i + 1]);
            if (length == 0) continue;
            double outX = side * (points[i + 1].y - points[i].y) / length;
            double outY = -side * (points[i + 1].x - points[i].x) / length;
            edges.add(new Edge(points[i], points[i + 1], outX, outY));
        }
    }

    /** Candidates within the square round a move, the shortest first. */
    List<Coordinate> candidates(Coordinate move, double half) {
        List<LineSegment> lines = new ArrayList<>();
        List<Coordinate> found = new ArrayList<>();
        double reach = half + 4 * CLEARANCE;
        for (Edge own : siteEdges) {
            Envelope moved = own.box();
            moved.translate(move.x, move.y);
            moved.expandBy(reach);
            for (Object near : conflictEdges.query(moved)) contact(own, (Edge) near, move, reach, lines, found);
        }
        for (int i = 0; i < lines.size(); i++) {
            found.add(nearestToOrigin(lines.get(i)));
            for (int j = 0; j < i; j++) {
                Coordinate both = lines.get(i).lineIntersection(lines.get(j));
                if (both != null) found.add(both);
            }
        }
        Envelope square = new Envelope(move);
        square.expandBy(reach);
        found.removeIf(c -> !square.contains(c));
        found.sort(Comparator.comparingDouble((Coordinate c) -> c.x * c.x + c.y * c.y)
                .thenComparing(Comparator.naturalOrder()));
        return found;
    }

    private static void contact(
            Edge own, Edge other, Coordinate move, double reach, List<LineSegment> lines, List<Coordinate> found) {
        // the site's corner along the conflict's edge
        add(slide(other.from(), other.to(), own.from(), other.outX(), other.outY()), move, reach, lines);
        // the conflict's corner along the site's edge: the site gives way against its own outward direction
        Coordinate end = new Coordinate(other.from().x - own.to().x, other.from().y - own.to().y);
        Coordinate start = new Coordinate(other.from().x - own.from().x, other.from().y - own.from().y);
        add(slide(start, end, null, -own.outX(), -own.outY()), move, reach, lines);
        // corner at corner: off in eight directions
        for (int i = 0; i < 8; i++) {
            double angle = i * StrictMath.PI / 4;
            found.add(new Coordinate(
                    start.x + 1.5 * CLEARANCE * StrictMath.cos(angle),
                    start.y + 1.5 * CLEARANCE * StrictMath.sin(angle)));
        }
    }

    /** The moves that put a corner on an edge, set off by the clearance. */
    private static LineSegment slide(
            Coordinate a, Coordinate b, @Nullable Coordinate corner, double outX, double outY) {
        double x = CLEARANCE * outX - (corner == null ? 0 : corner.x);
        double y = CLEARANCE * outY - (corner == null ? 0 : corner.y);
        return new LineSegment(a.x + x, a.y + y, b.x + x, b.y + y);
    }

    private static void add(LineSegment line, Coordinate move, double reach, List<LineSegment> lines) {
        if (line.distance(move) <= reach * StrictMath.sqrt(2)) lines.add(line);
    }

    private static Coordinate nearestToOrigin(LineSegment line) {
        return line.closestPoint(new Coordinate(0, 0));
    }
}
