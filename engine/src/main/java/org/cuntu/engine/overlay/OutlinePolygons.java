package org.cuntu.engine.overlay;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.Shapes;
import org.cuntu.engine.measure.FieldIntegral;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;

/** Puts simple rings together to polygons: to each shell the holes in it. For one outline. */
final class OutlinePolygons {
    static final GeometryFactory FACTORY = new GeometryFactory(new PrecisionModel(), 4490);

    private final List<Shell> shells = new ArrayList<>();
    private final List<LinearRing> loose = new ArrayList<>();

    private double sum;

    private record Shell(LinearRing ring, double area, List<LinearRing> holes) {}

    /** A ring as it is kept. */
    static LinearRing ring(RingList rings, int ring) {
        int first = rings.first(ring);
        Coordinate[] points = new Coordinate[rings.last(ring) - first + 1];
        for (int i = 0; i < points.length; i++) points[i] = new Coordinate(rings.x(first + i), rings.y(first + i));
        return FACTORY.createLinearRing(points);
    }

    /** All of a shape. */
    static Geometry of(FlatShape shape) {
        Shapes shapes = shape.shapes();
        OutlinePolygons polygons = new OutlinePolygons();
        int end = shapes.firstRing(shape.shape() + 1);
        for (int ring = shapes.firstRing(shape.shape()); ring < end; ring++) {
            LinearRing line = ring(shapes, ring);
            if (shapes.isShell(ring)) polygons.addShell(line, 0);
            else polygons.shells.getLast().holes.add(line);
        }
        return polygons.geometry();
    }

    private static LinearRing ring(Shapes shapes, int ring) {
        int first = shapes.firstPoint(ring);
        Coordinate[] points = new Coordinate[shapes.firstPoint(ring + 1) - first];
        for (int i = 0; i < points.length; i++) points[i] = new Coordinate(shapes.x(first + i), shapes.y(first + i));
        return FACTORY.createLinearRing(points);
    }

    /** @param area F of the ring, by which of shells within one another the inner one is known */
    void addShell(LinearRing ring, double area) {
        shells.add(new Shell(ring, area, new ArrayList<>()));
        sum += area;
    }

    /**
     * Adds a hole whose shell is to be found.
     *
     * @param area F of the ring, below 0
     */
    void addLooseHole(LinearRing ring, double area) {
        loose.add(ring);
        sum += area;
    }

    /** Adds the rings of one boundary of ground: a shell and the holes that touch it, or holes alone; specks are left out. */
    void addBoundary(List<int[]> boundary, RingSegments segments, FieldIntegral field) {
        Shell own = null;
        for (int[] nodes : boundary) {
            double area = segments.integral(nodes, field);
            if (area < Outline.SPECK) continue;
            addShell(segments.ring(nodes), area);
            own = shells.getLast();
        }
        for (int[] nodes : boundary) {
            double area = segments.integral(nodes, field);
            if (area > -Outline.SPECK) continue;
            if (own == null) {
                addLooseHole(segments.ring(nodes), area);
            } else {
                own.holes.add(segments.ring(nodes));
                sum += area;
            }
        }
    }

    /**
     * A polygon or multipolygon, empty without a shell.
     *
     * @param expected its area, m²
     * @return null when it is not as large (contracts 3, witnesses) or a hole lies in no shell
     */
    @Nullable
    Geometry assembled(double expected) {
        if (StrictMath.abs(sum - expected) > 1e-9 * expected + 2e-6) return null;
        for (LinearRing hole : loose) {
            Shell shell = shells.size() == 1 ? shells.getFirst() : shellRound(hole);
            if (shell == null) return null;
            shell.holes.add(hole);
        }
        return geometry();
    }

    private @Nullable Shell shellRound(LinearRing hole) {
        Shell best = null;
        Envelope box = hole.getEnvelopeInternal();
        for (Shell shell : shells) {
            if (best != null && best.area <= shell.area) continue;
            if (shell.ring.getEnvelopeInternal().covers(box) && isIn(hole, shell.ring)) best = shell;
        }
        return best;
    }

    /** Rings do not cross: the first point that is not on the shell decides. */
    private static boolean isIn(LinearRing hole, LinearRing shell) {
        for (int i = 0; i < hole.getNumPoints(); i++) {
            int place = RayCrossingCounter.locatePointInRing(hole.getCoordinateN(i), shell.getCoordinateSequence());
            if (place != Location.BOUNDARY) return place == Location.INTERIOR;
        }
        return false;
    }

    private Geometry geometry() {
        if (shells.isEmpty()) return FACTORY.createPolygon();
        Polygon[] polygons = new Polygon[shells.size()];
        for (int i = 0; i < polygons.length; i++) {
            Shell shell = shells.get(i);
            polygons[i] = FACTORY.createPolygon(shell.ring, shell.holes.toArray(LinearRing[]::new));
        }
        return polygons.length == 1 ? polygons[0] : FACTORY.createMultiPolygon(polygons);
    }
}
