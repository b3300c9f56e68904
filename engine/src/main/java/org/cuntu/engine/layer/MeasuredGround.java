package org.cuntu.engine.layer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The ground that the rings of an invalid polygon run round, as a valid one: the rule is {@link Defect}'s, the work that of JTS,
 * done once at intake. Corners stay as they are, to the bit; where boundaries cross a corner is added, on a whole
 * nanodegree (0.1 mm) when the ground stays valid by it, so that one bad feature does not cost the layer its compact points.
 */
final class MeasuredGround {
    private static final double NANO = 1e9;

    private MeasuredGround() {}

    static Geometry of(Geometry invalid) {
        Geometry nothing = invalid.getFactory().createPolygon();
        try {
            List<Geometry> parts = new ArrayList<>();
            for (int i = 0; i < invalid.getNumGeometries(); i++)
                if (invalid.getGeometryN(i) instanceof Polygon polygon && !polygon.isEmpty()) parts.add(of(polygon));
            Geometry ground = OverlayNGRobust.union(parts);
            if (ground.isEmpty()) return nothing;
            Geometry rounded = rounded(ground, invalid);
            if (rounded.isValid()) return rounded;
            return ground.isValid() ? ground : nothing;
        } catch (TopologyException | IllegalArgumentException cannotBeTold) {
            return nothing;
        }
    }

    private static Geometry of(Polygon polygon) {
        Geometry shell = enclosed(polygon.getExteriorRing());
        List<Geometry> holes = new ArrayList<>();
        for (int h = 0; h < polygon.getNumInteriorRing(); h++) holes.add(enclosed(polygon.getInteriorRingN(h)));
        if (holes.isEmpty()) return shell;
        return OverlayNGRobust.overlay(shell, OverlayNGRobust.union(holes), OverlayNG.DIFFERENCE);
    }

    /** What a ring winds round at least once, whichever way. */
    private static Geometry enclosed(LinearRing ring) {
        return GeometryFixer.fix(ring.getFactory().createPolygon(ring));
    }

    private static Geometry rounded(Geometry ground, Geometry drawn) {
        Set<Coordinate> corners = new HashSet<>();
        for (Coordinate corner : drawn.getCoordinates()) corners.add(new Coordinate(corner.x, corner.y));
        Geometry copy = ground.copy();
        copy.apply((CoordinateFilter) c -> {
            if (corners.contains(new Coordinate(c.x, c.y))) return;
            c.x = StrictMath.rint(c.x * NANO) / NANO;
            c.y = StrictMath.rint(c.y * NANO) / NANO;
        });
        copy.geometryChanged();
        return copy;
    }
}
