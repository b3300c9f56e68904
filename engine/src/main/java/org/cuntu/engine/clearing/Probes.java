package org.cuntu.engine.clearing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * Points inside the site and inside the conflict, each with its depth: how far it is from the boundary. Where a probe of one,
 * moved, falls into the other, every move that differs from this one by less than the depth conflicts as well: the point of
 * the other shape stays inside the moved one. So a single look settles a whole square of moves.
 */
final class Probes {
    /** A leaf square is settled by probes of more than 0.36 m. */
    private static final double[] DEPTHS = {0.4, 1.2, 4, 12, 40, 120};

    private static final double SPACING = 15;
    private static final int MOST = 4_000;

    private final List<Probe> ofSite;
    private final List<Probe> ofConflict;
    private final IndexedPointInAreaLocator inSite;
    private final IndexedPointInAreaLocator inConflict;

    private record Probe(Coordinate at, double depth) {}

    Probes(Geometry site, Geometry conflict) {
        ofSite = in(site);
        ofConflict = in(conflict);
        inSite = new IndexedPointInAreaLocator(site);
        inConflict = new IndexedPointInAreaLocator(conflict);
    }

    /** Whether it is sure that every move within the radius of this one conflicts. */
    boolean conflictAround(Coordinate move, double radius) {
        return anyInside(ofSite, inConflict, move, 1, radius) || anyInside(ofConflict, inSite, move, -1, radius);
    }

    private static boolean anyInside(
            List<Probe> probes, IndexedPointInAreaLocator other, Coordinate move, int sign, double radius) {
        Coordinate at = new Coordinate();
        for (int i = 0; i < probes.size(); i++) {
            Probe probe = probes.get(i);
            if (probe.depth() <= radius) continue;
            at.setX(probe.at().x + sign * move.x);
            at.setY(probe.at().y + sign * move.y);
            if (other.locate(at) != Location.INTERIOR) continue;
            // neighbouring squares are mostly settled by the same probe
            probes.remove(i);
            probes.addFirst(probe);
            return true;
        }
        return false;
    }

    private static List<Probe> in(Geometry shape) {
        List<Probe> probes = new ArrayList<>();
        if (shape.isEmpty()) return probes;
        IndexedPointInAreaLocator inside = new IndexedPointInAreaLocator(shape);
        IndexedFacetDistance boundary = new IndexedFacetDistance(shape.getBoundary());
        for (Coordinate at : places(shape)) {
            if (inside.locate(at) != Location.INTERIOR) continue;
            double depth = boundary.distance(shape.getFactory().createPoint(at));
            if (depth > 0) probes.add(new Probe(at, depth));
        }
        probes.sort(Comparator.comparingDouble(Probe::depth).reversed());
        return new ArrayList<>(probes);
    }

    /** Places at several depths beside every corner and along every edge; some of them are outside. */
    private static List<Coordinate> places(Geometry shape) {
        double spacing = StrictMath.max(SPACING, shape.getBoundary().getLength() * DEPTHS.length / MOST);
        List<Coordinate> places = new ArrayList<>();
        for (Object polygon : PolygonExtracter.getPolygons(shape)) {
            Polygon area = (Polygon) polygon;
            ring(area.getExteriorRing(), true, spacing, places);
            for (int h = 0; h < area.getNumInteriorRing(); h++) ring(area.getInteriorRingN(h), false, spacing, places);
        }
        return places;
    }

    private static void ring(LinearRing ring, boolean shell, double spacing, List<Coordinate> places) {
        Coordinate[] points = ring.getCoordinates();
        int side = Orientation.isCCW(points) == shell ? 1 : -1;
        int n = points.length - 1;
        for (int i = 0; i < n; i++) {
            Coordinate inward = inward(points[i], points[i + 1], side);
            Coordinate before = inward(points[(i + n - 1) % n], points[i], side);
            add(points[i], between(before, inward), places);
            double length = points[i].distance(points[i + 1]);
            int steps = (int) StrictMath.ceil(length / spacing);
            for (int s = 0; s < steps; s++) {
                double t = (s + 0.5) / steps;
                Coordinate at = new Coordinate(
                        points[i].x + t * (points[i + 1].x - points[i].x),
                        points[i].y + t * (points[i + 1].y - points[i].y));
                add(at, inward, places);
            }
        }
    }

    private static void add(Coordinate on, Coordinate inward, List<Coordinate> places) {
        for (double depth : DEPTHS) places.add(new Coordinate(on.x + depth * inward.x, on.y + depth * inward.y));
    }

    /** The unit vector to the left of an edge, or to the right. */
    private static Coordinate inward(Coordinate a, Coordinate b, int side) {
        double length = a.distance(b);
        return length == 0
                ? new Coordinate(0, 0)
                : new Coordinate(-side * (b.y - a.y) / length, side * (b.x - a.x) / length);
    }

    /** So long that a step along it leads as far from both edges as their own vectors do, up to four times the length. */
    private static Coordinate between(Coordinate one, Coordinate other) {
        double x = one.x + other.x;
        double y = one.y + other.y;
        double stretch = StrictMath.min(4, 2 / StrictMath.max(x * x + y * y, 1e-9));
        return new Coordinate(stretch * x, stretch * y);
    }
}
