package org.cuntu.engine.quality;

import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;

/** Lengths and angles of coordinates alone, by the radii of the CGCS2000 ellipsoid at each place; nothing of the engine's. */
final class PlainMetres {
    private static final double A = 6_378_137;
    private static final double F = 1 / 298.257222101;
    private static final double E2 = F * (2 - F);

    private PlainMetres() {}

    static double east(double degrees, double latitude) {
        double sin = StrictMath.sin(StrictMath.toRadians(latitude));
        return StrictMath.toRadians(degrees)
                * A
                / StrictMath.sqrt(1 - E2 * sin * sin)
                * StrictMath.cos(StrictMath.toRadians(latitude));
    }

    static double north(double degrees, double latitude) {
        double sin = StrictMath.sin(StrictMath.toRadians(latitude));
        double w2 = 1 - E2 * sin * sin;
        return StrictMath.toRadians(degrees) * A * (1 - E2) / (w2 * StrictMath.sqrt(w2));
    }

    static double between(Coordinate a, Coordinate b) {
        double latitude = (a.y + b.y) / 2;
        return StrictMath.hypot(east(b.x - a.x, latitude), north(b.y - a.y, latitude));
    }

    /** Degrees between the ways from a corner to two points. */
    static double angle(Coordinate corner, Coordinate one, Coordinate other) {
        double way = StrictMath.atan2(north(one.y - corner.y, corner.y), east(one.x - corner.x, corner.y))
                - StrictMath.atan2(north(other.y - corner.y, corner.y), east(other.x - corner.x, corner.y));
        double degrees = StrictMath.abs(StrictMath.toDegrees(way));
        return degrees > 180 ? 360 - degrees : degrees;
    }

    /** Of all rings. */
    static double perimeter(Geometry shape) {
        double sum = 0;
        for (int part = 0; part < shape.getNumGeometries(); part++)
            if (shape.getGeometryN(part) instanceof Polygon polygon) {
                sum += length(polygon.getExteriorRing());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++)
                    sum += length(polygon.getInteriorRingN(hole));
            }
        return sum;
    }

    private static double length(LineString ring) {
        Coordinate[] points = ring.getCoordinates();
        double sum = 0;
        for (int i = 1; i < points.length; i++) sum += between(points[i - 1], points[i]);
        return sum;
    }

    /** How far a point lies from an edge. */
    static double distance(Coordinate point, Coordinate from, Coordinate to) {
        double ax = east(from.x - point.x, point.y);
        double ay = north(from.y - point.y, point.y);
        double bx = east(to.x - point.x, point.y);
        double by = north(to.y - point.y, point.y);
        return org.locationtech.jts.algorithm.Distance.pointToSegment(
                new Coordinate(0, 0), new Coordinate(ax, ay), new Coordinate(bx, by));
    }

    /** The place on an edge that is nearest to a point. */
    static Coordinate nearest(Coordinate point, Coordinate from, Coordinate to) {
        double dx = east(to.x - from.x, point.y);
        double dy = north(to.y - from.y, point.y);
        double along = east(point.x - from.x, point.y) * dx + north(point.y - from.y, point.y) * dy;
        double share = StrictMath.clamp(along / (dx * dx + dy * dy), 0, 1);
        return new Coordinate(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y));
    }
}
