package org.cuntu.core.dossier.internal;

import org.cuntu.engine.measure.Area;
import org.cuntu.engine.overlay.Site;
import org.locationtech.jts.geom.Geometry;

/** A place as its parts ask about it. */
sealed interface Where {
    record At(double lon, double lat) implements Where {}

    /** @param area EPSG:4490 */
    record In(Site site, Geometry area, Area legal) implements Where {
        static In of(Geometry area, Area legal) {
            return new In(Site.of(area), area, legal);
        }
    }
}
