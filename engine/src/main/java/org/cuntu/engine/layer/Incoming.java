package org.cuntu.engine.layer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygonal;

/**
 * A feature as it came in, before anything was looked at.
 *
 * @param geometry null when there is none, or when it is given as WKB
 * @param number 1-based, in the order of the input
 */
record Incoming(@Nullable Geometry geometry, byte @Nullable [] wkb, List<@Nullable Object> values, long number) {
    /** About how many points. */
    int weight() {
        if (wkb != null) return 8 + wkb.length / 16;
        return geometry == null ? 8 : 8 + geometry.getNumPoints();
    }

    @Nullable
    Geometry asGeometry() {
        return wkb == null ? geometry : Wkb.geometry(wkb);
    }

    /** The rings of polygons as they run; null for what is none, or cannot be said at once. */
    @Nullable
    FlatRings asPolygons() {
        if (wkb != null) return Wkb.rings(wkb);
        return geometry instanceof Polygonal ? FlatRings.asDelivered(geometry) : null;
    }
}
