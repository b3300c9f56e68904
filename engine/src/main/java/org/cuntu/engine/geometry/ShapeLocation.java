package org.cuntu.engine.geometry;

import java.util.Optional;
import org.cuntu.engine.problem.Problem;
import org.cuntu.engine.problem.Problem.Place;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/**
 * Whether coordinates lie where their system says: inside China (3°–54° N, 73°–136° E), near their own zone, axes the
 * right way round. Says of the first vertex that does not what would fit; decides nothing.
 */
final class ShapeLocation {
    /** Degrees. */
    private static final double BEND = 0.5;

    private ShapeLocation() {}

    static Optional<Problem> check(Crs crs, Geometry geometry, Place place) {
        if (surelyFits(crs, box(geometry))) return Optional.empty();
        for (Coordinate c : geometry.getCoordinates()) {
            if (fits(crs, c.x, c.y)) continue;
            return Optional.of(problem(crs, c, place.at(c.x, c.y)));
        }
        return Optional.empty();
    }

    /**
     * Whether the corners of a box lie so far inside the range that everything between them does: the parallel through two corners of
     * a box as wide as a zone bends by less than {@link #BEND}.
     */
    private static boolean surelyFits(Crs crs, Envelope box) {
        if (box.isNull() || !fits(crs, box.getMinX(), box.getMinY()) || !fits(crs, box.getMaxX(), box.getMaxY()))
            return false;
        if (crs.isGeographic()) return true;
        return wellInChina(crs.toGeodetic(box.getMinX(), box.getMinY()))
                && wellInChina(crs.toGeodetic(box.getMinX(), box.getMaxY()))
                && wellInChina(crs.toGeodetic(box.getMaxX(), box.getMinY()))
                && wellInChina(crs.toGeodetic(box.getMaxX(), box.getMaxY()));
    }

    /** Of every vertex: the envelope of a polygon is that of its outer ring, and a hole may lie elsewhere. */
    private static Envelope box(Geometry geometry) {
        Envelope box = geometry.getEnvelopeInternal();
        for (int part = 0; part < geometry.getNumGeometries(); part++)
            if (geometry.getGeometryN(part) instanceof Polygon polygon)
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++)
                    box.expandToInclude(polygon.getInteriorRingN(hole).getEnvelopeInternal());
        return box;
    }

    private static boolean wellInChina(Coordinate c) {
        return inChina(c.x - BEND, c.y - BEND) && inChina(c.x + BEND, c.y + BEND);
    }

    /** Whether longitude and latitude, degrees, lie in China's range. */
    static boolean inChina(double lon, double lat) {
        return lon >= 73 && lon <= 136 && lat >= 3 && lat <= 54;
    }

    private static boolean fits(Crs crs, double x, double y) {
        return switch (crs.kind()) {
            case GEOGRAPHIC -> inChina(x, y);
            case WEB_MERCATOR -> {
                Coordinate c = crs.toGeodetic(x, y);
                yield inChina(c.x, c.y);
            }
            case GAUSS_KRUGER -> nearZone(crs, x) && inPlane(crs, x, y);
        };
    }

    /**
     * Within one zone width of the central meridian: a county uses one zone for all its files, also beyond its edge.
     */
    private static boolean nearZone(Crs crs, double x) {
        double reach = crs.zoneWidth() == 3 ? 340_000 : 500_000;
        return StrictMath.abs(x - crs.falseEasting()) <= reach;
    }

    private static boolean inPlane(Crs crs, double x, double y) {
        if (!(y >= 330_000 && y <= 6_100_000)) return false;
        Coordinate c = crs.toGeodetic(x, y);
        return inChina(c.x, c.y);
    }

    private static Problem problem(Crs crs, Coordinate c, Place here) {
        if (fits(crs, c.y, c.x)) return Problem.refused("shape.axes-swapped", here, "crs", crs);
        if (crs.isGaussKruger()) {
            Optional<Crs> other = otherZone(crs, c.x).filter(o -> fits(o, c.x, c.y));
            if (other.isPresent())
                return Problem.refused(
                        "shape.wrong-zone",
                        here,
                        "crs",
                        crs,
                        "zone",
                        crs.zone(),
                        "fits",
                        other.get(),
                        "fitsZone",
                        other.get().zone());
            if (!nearZone(crs, c.x))
                return Problem.refused("shape.far-from-zone", here, "crs", crs, "zone", crs.zone());
        }
        return Problem.refused("shape.outside-china", here, "crs", crs);
    }

    /** The system that the easting itself speaks for: another prefix, or a prefix where there should be none. */
    private static Optional<Crs> otherZone(Crs crs, double x) {
        int prefix = (int) StrictMath.floor(x / 1_000_000);
        if (prefix == 0)
            return crs.prefixed() ? Optional.of(Crs.zone(crs.zone(), crs.zoneWidth(), false)) : Optional.empty();
        if (prefix >= 25 && prefix <= 45) return Optional.of(Crs.zone(prefix, 3, true));
        if (prefix >= 13 && prefix <= 23) return Optional.of(Crs.zone(prefix, 6, true));
        return Optional.empty();
    }
}
