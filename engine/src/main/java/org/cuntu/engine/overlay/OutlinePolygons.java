package org.cuntu.engine.overlay;

import java.util.ArrayList;
import java.util.List;
import org.cuntu.engine.layer.FlatShape;
import org.cuntu.engine.layer.Shapes;
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

    private record Shell(LinearRing ring, double integral, List<LinearRing> holes) {}

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

    /** @param integral F of the ring, by which of shells within one another the inner one is known */
    void addShell(LinearRing ring, double integral) {
        shells.add(new Shell(ring, integral, new ArrayList<>()));
    }

    /** Adds a hole of the shell that was added last. */
    void addHole(LinearRing ring) {
        shells.getLast().holes.add(ring);
    }

    /** Adds a hole whose shell is to be found. */
    void addLooseHole(LinearRing ring) {
        loose.add(ring);
    }

    /** A polygon or multipolygon, empty without a shell; null when a hole lies in none. */
    @Nullable
    Geometry assembled() {
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
            if (best != null && best.integral <= shell.integral) continue;
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
