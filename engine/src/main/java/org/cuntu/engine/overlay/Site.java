package org.cuntu.engine.overlay;

import java.util.concurrent.ConcurrentHashMap;
import org.cuntu.engine.layer.RingSet;
import org.cuntu.engine.measure.FieldIntegral;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;

/**
 * A site prepared for overlay: a valid polygon or multipolygon in EPSG:4490, holes allowed; several plots of one project
 * may be given as one multipolygon. Immutable, thread safe.
 */
public final class Site {
    private final Geometry geometry;
    private final ConcurrentHashMap<Double, RingSet> rings = new ConcurrentHashMap<>();

    private Site(Geometry geometry) {
        this.geometry = geometry;
    }

    /** @throws IllegalArgumentException when there is no area */
    public static Site of(Geometry geodetic) {
        if (geodetic.isEmpty() || geodetic.getDimension() != 2)
            throw new IllegalArgumentException("a site is a polygon or multipolygon");
        return new Site(geodetic.copy());
    }

    /** F of the site, m². */
    public double integral() {
        Envelope box = geometry.getEnvelopeInternal();
        return rings(StrictMath.rint(0.5 * (box.getMinY() + box.getMaxY()))).area();
    }

    /** A copy. */
    public Geometry geometry() {
        return geometry.copy();
    }

    /** The rings with running sums from a reference latitude. */
    RingSet rings(double referenceLatitude) {
        return rings.computeIfAbsent(
                referenceLatitude, latitude -> RingSet.of(geometry, FieldIntegral.from(latitude)));
    }
}
