package org.cuntu.engine.overlay;

import org.cuntu.engine.layer.FlatShape;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.TopologyException;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * An outline by the overlay of JTS, for what {@link OutlineWalk} cannot walk. Of a shape or site that is invalid it is the outline of the
 * ground that {@link GeometryFixer} makes of it, while the area counts what the rings wind round: the two may differ then, and only then.
 */
final class JtsOutline {
    private JtsOutline() {}

    static Geometry of(Site site, FlatShape shape) {
        Geometry drawn = site.geometry();
        Geometry feature = OutlinePolygons.of(shape);
        try {
            return common(drawn, feature);
        } catch (TopologyException | IllegalArgumentException invalid) {
            return common(fixed(drawn), fixed(feature));
        }
    }

    private static Geometry common(Geometry a, Geometry b) {
        Geometry common = OverlayNGRobust.overlay(a, b, OverlayNG.INTERSECTION);
        return Union.polygonsOf(common, OutlinePolygons.FACTORY);
    }

    private static Geometry fixed(Geometry invalid) {
        return Union.polygonsOf(GeometryFixer.fix(invalid), OutlinePolygons.FACTORY);
    }
}
