package org.cuntu.engine.geometry;

import java.util.Objects;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateFilter;
import org.locationtech.jts.geom.Geometry;

/**
 * A geometry with its coordinate reference system. Holds its own copy of the mutable JTS geometry and hands out copies;
 * two shapes in different systems never combine: {@link #requireSameCrs} throws.
 */
public final class GeoShape {
    private final Crs crs;
    private final Geometry geometry;

    private GeoShape(Crs crs, Geometry geometry) {
        this.crs = crs;
        this.geometry = geometry;
    }

    public static GeoShape of(Crs crs, Geometry geometry) {
        return new GeoShape(Objects.requireNonNull(crs), geometry.copy());
    }

    /** Takes a geometry over that nobody else holds or changes from now on. */
    public static GeoShape owning(Crs crs, Geometry geometry) {
        return new GeoShape(Objects.requireNonNull(crs), geometry);
    }

    public Crs crs() {
        return crs;
    }

    /** A copy. */
    public Geometry geometry() {
        return geometry.copy();
    }

    /** The geometry itself, for those here who only look at it. */
    Geometry own() {
        return geometry;
    }

    /** The number of vertices, without copying. */
    public int vertexCount() {
        return geometry.getNumPoints();
    }

    /**
     * The same vertices in EPSG:4490, each converted once; edges are then straight in (L, B). No rounding, no
     * densifying.
     */
    public GeoShape toGeodetic() {
        if (crs.equals(Crs.CGCS2000)) return this;
        return mapped(Crs.CGCS2000, crs::toGeodetic);
    }

    /** The same vertices in another system, through EPSG:4490. */
    public GeoShape to(Crs target) {
        if (target.equals(crs)) return this;
        return mapped(target, (x, y) -> {
            Coordinate geodetic = crs.toGeodetic(x, y);
            return target.fromGeodetic(geodetic.x, geodetic.y);
        });
    }

    /** @throws CrsMismatch when the other shape is in another system */
    public void requireSameCrs(GeoShape other) {
        if (!crs.equals(other.crs)) throw new CrsMismatch(crs, other.crs);
    }

    private GeoShape mapped(Crs target, PointMap map) {
        Geometry copy = geometry.copy();
        copy.apply((CoordinateFilter) c -> {
            Coordinate to = map.apply(c.x, c.y);
            c.x = to.x;
            c.y = to.y;
            c.setZ(Coordinate.NULL_ORDINATE);
        });
        copy.geometryChanged();
        copy.setSRID(target.epsg());
        return new GeoShape(target, copy);
    }

    private interface PointMap {
        Coordinate apply(double x, double y);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof GeoShape shape && shape.crs.equals(crs) && shape.geometry.equalsExact(geometry);
    }

    @Override
    public int hashCode() {
        return Objects.hash(crs, geometry);
    }

    @Override
    public String toString() {
        return crs + " " + geometry;
    }
}
