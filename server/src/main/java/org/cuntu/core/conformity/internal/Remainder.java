package org.cuntu.core.conformity.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.RobustLineIntersector;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.util.PolygonExtracter;
import org.locationtech.jts.noding.IntersectionAdder;
import org.locationtech.jts.noding.MCIndexNoder;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * What is left of some ground without other shapes. Most of those lie side by side, and then taking all away at once costs a third of
 * joining them first; shapes that lie over one another leave another area, which shows, and are joined.
 */
final class Remainder {
    /** Of the ground's extent: what a place may be moved by. */
    private static final double EXACT = 1e-9;

    private Remainder() {}

    /** @param taken polygons or multipolygons, within the ground or nearly */
    static Geometry of(Geometry ground, List<Geometry> taken) {
        if (taken.isEmpty()) return ground;
        Geometry side = taken.size() == 1 ? null : sideBySide(ground, taken);
        if (side != null) return side;
        Geometry all = taken.size() == 1 ? taken.getFirst() : OverlayNGRobust.union(taken);
        return OverlayNGRobust.overlay(ground, all, OverlayNG.DIFFERENCE);
    }

    private static @Nullable Geometry sideBySide(Geometry ground, List<Geometry> taken) {
        List<Polygon> polygons = new ArrayList<>();
        double expected = ground.getArea();
        for (Geometry one : taken) {
            for (Object polygon : PolygonExtracter.getPolygons(one)) polygons.add((Polygon) polygon);
            expected -= one.getArea();
        }
        // what this noder leaves uncut shows as an invalid outline: the library's own looks for it before, at the same
        // cost again
        try {
            Geometry rest = OverlayNG.overlay(
                    ground,
                    ground.getFactory().createMultiPolygon(polygons.toArray(Polygon[]::new)),
                    OverlayNG.DIFFERENCE,
                    new MCIndexNoder(new IntersectionAdder(new RobustLineIntersector())));
            double scale = ground.getEnvelopeInternal().getArea();
            return StrictMath.abs(rest.getArea() - expected) <= EXACT * scale && rest.isValid() ? rest : null;
        } catch (TopologyException e) {
            return null; // noded by the snapping of the slower way
        }
    }
}
